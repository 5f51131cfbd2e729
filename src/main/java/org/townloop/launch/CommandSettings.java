package org.townloop.launch;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/** Puts what the command decides before whatever anybody may have set. */
record CommandSettings(Map<String, Object> settings)
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Before the log is set up, which is one of the things it may decide. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        event.getEnvironment().getPropertySources().addFirst(new MapPropertySource(Start.COMMAND_SETTINGS, settings));
    }
}
