package org.townloop.launch;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the program for one command. */
final class Start {

    /** The settings that the command decides and nobody else. */
    static final String COMMAND_SETTINGS = "townloop-command";

    private final Class<?> program;

    /** @param program the Spring Boot application */
    Start(Class<?> program) {
        this.program = program;
    }

    /** Everything, with the web server and the demo's sign-ins. */
    ConfigurableApplicationContext demo() {
        return run(application(WebApplicationType.SERVLET, Map.of("townloop.mode", "demo")));
    }

    /** What a command needs and no more: beans are made when they are asked for, and only trouble is logged. */
    ConfigurableApplicationContext forCommand() {
        var application = application(
                WebApplicationType.NONE, Map.of("townloop.mode", "command", "logging.level.org.townloop", "warn"));
        application.setLazyInitialization(true);
        return run(application);
    }

    private static ConfigurableApplicationContext run(SpringApplication application) {
        try {
            return application.run();
        } catch (RuntimeException e) {
            throw new StartRefused(
                    PlainFailures.sentence(e).orElse("Townloop could not start; the reason stands above."), e);
        }
    }

    private SpringApplication application(WebApplicationType web, Map<String, Object> settings) {
        var application = new SpringApplication(program);
        application.setWebApplicationType(web);
        application.addInitializers(new Preparation(web == WebApplicationType.SERVLET));
        application.addListeners(new CommandSettings(settings));
        return application;
    }
}
