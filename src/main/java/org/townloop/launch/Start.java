package org.townloop.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the program for one command. */
final class Start {

    /** The settings that the command decides and nobody else. */
    static final String COMMAND_SETTINGS = "townloop-command";
    /** Names the file of settings; the one key that cannot stand in it. */
    static final String CONFIG = "TOWNLOOP_CONFIG";

    private final Class<?> program;

    /** @param program the Spring Boot application */
    Start(Class<?> program) {
        this.program = program;
    }

    /** Everything, with the web server and the demo's sign-ins. */
    ConfigurableApplicationContext demo() {
        return run(application(program, Mode.DEMO, new HashMap<>()));
    }

    /** A demo with these settings, whatever the environment says. */
    ConfigurableApplicationContext rehearsal(Map<String, Object> settings) {
        return run(application(program, Mode.DEMO, new HashMap<>(settings)));
    }

    /** Everything a real town is, with the web server. */
    ConfigurableApplicationContext serve() {
        return run(application(program, Mode.SERVE, new HashMap<>()));
    }

    /** What a command needs and no more: beans are made when they are asked for, and only trouble is logged. */
    ConfigurableApplicationContext forCommand() {
        var application = application(program, Mode.COMMAND, quiet());
        application.setLazyInitialization(true);
        return run(application);
    }

    /** The settings only: no bean of ours, no database. */
    ConfigurableEnvironment settings() {
        var application = bare(SettingsOnly.class, Mode.COMMAND, quiet());
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                context -> Keys.requireKnown(context.getEnvironment()));
        try (var context = run(application)) {
            return context.getEnvironment();
        }
    }

    private static Map<String, Object> quiet() {
        return new HashMap<>(Map.of("logging.level.org.townloop", "warn"));
    }

    private static ConfigurableApplicationContext run(SpringApplication application) {
        try {
            return application.run();
        } catch (RuntimeException e) {
            throw new StartRefused(
                    PlainFailures.sentence(e).orElse("Townloop could not start; the reason stands above."), e);
        }
    }

    private static SpringApplication application(Class<?> source, Mode mode, Map<String, Object> settings) {
        var application = bare(source, mode, settings);
        application.setApplicationContextFactory(Start::context);
        application.addInitializers(new Preparation(mode));
        return application;
    }

    private static GenericApplicationContext context(@Nullable WebApplicationType type) {
        return type == WebApplicationType.SERVLET
                ? new AnnotationConfigServletWebServerApplicationContext(new WiredByName())
                : new AnnotationConfigApplicationContext(new WiredByName());
    }

    private static SpringApplication bare(Class<?> source, Mode mode, Map<String, Object> settings) {
        settings.put("townloop.mode", mode.setting());
        var config = System.getenv(CONFIG);
        if (config != null && !config.isBlank()) {
            settings.put(
                    "spring.config.additional-location",
                    requiredFile(config).toUri().toString());
        }
        var application = new SpringApplication(source);
        application.setWebApplicationType(mode == Mode.COMMAND ? WebApplicationType.NONE : WebApplicationType.SERVLET);
        application.addListeners(new CommandSettings(settings));
        if (mode != Mode.COMMAND) {
            application.setAdditionalProfiles(mode.setting());
        }
        return application;
    }

    private static Path requiredFile(String config) {
        var file = Path.of(config);
        if (!Files.isReadable(file)) {
            throw new StartRefused(CONFIG + " names " + file.toAbsolutePath()
                    + ", which is not there or cannot be read. Mend the name or its rights.");
        }
        return file;
    }

    /** An application of nothing. */
    private static final class SettingsOnly {}
}
