package org.townloop.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.Townloop;
import org.townloop.launch.demo.DemoTown;
import org.townloop.launch.postgres.Database;

/**
 * The demo town as somebody finds it who has just started it, on a Thursday morning. Time goes on in it. All tests that
 * ask for it share one, which is closed after the last of them.
 */
final class OpenTown implements AutoCloseable {

    private final int port = freePort();
    private final Map<String, String> wishes;
    private final ConfigurableApplicationContext program;

    /** @param wishes settings besides those of a demo */
    OpenTown(Map<String, String> wishes) {
        this.wishes = wishes;
        var application = new SpringApplication(Townloop.class);
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) this::prepare);
        application.setRegisterShutdownHook(false);
        program = application.run();
    }

    int port() {
        return port;
    }

    /** The address of a path. */
    String at(String path) {
        return "http://localhost:" + port + path;
    }

    <T> T ask(Class<T> part) {
        return program.getBean(part);
    }

    @Override
    public void close() {
        program.close();
    }

    private void prepare(GenericApplicationContext context) {
        var data = TestTown.data().resolveSibling("open-town-" + port);
        TestPropertyValues.of(Map.of(
                        "townloop.data",
                        data.toString(),
                        "townloop.mode",
                        "demo",
                        "server.port",
                        Integer.toString(port),
                        "spring.datasource.hikari.minimum-idle",
                        "1"))
                .and(wishes)
                .applyTo(context);
        var database = TestTown.fresh();
        context.registerBean(Database.class, () -> database);
        var ahead = Duration.between(Instant.now(), TestClock.START);
        context.registerBean(
                "openTownClock",
                Clock.class,
                () -> Clock.offset(Clock.systemUTC(), ahead),
                definition -> definition.setPrimary(true));
        context.registerBean(Founding.class, () -> new Founding(context));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the demo town before anything else begins to work, as a first start does. */
    private static final class Founding implements SmartLifecycle {

        private final GenericApplicationContext context;
        private volatile boolean running;

        Founding(GenericApplicationContext context) {
            this.context = context;
        }

        @Override
        public void start() {
            context.getBean(DemoTown.class).build((percent, what) -> {});
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }

    /** Hands the town to tests that ask for it. */
    static final class Door implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OpenTown.class;
        }

        @Override
        public OpenTown resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(OpenTown.class, type -> new OpenTown(Map.of()), OpenTown.class);
        }
    }
}
