package org.townloop.launch;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;

/** Puts the mode, which the command decides, before whatever anybody may have set. */
record CommandSettings(String mode) implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        event.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(Start.COMMAND_SETTINGS, Map.of("townloop.mode", mode)));
    }
}
