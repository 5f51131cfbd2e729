package org.townloop.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.townloop.launch.demo.DemoTown;
import org.townloop.launch.postgres.Database;

/**
 * Refuses a start that cannot succeed before anything is begun; then prepares the database while Spring prepares
 * itself, which waits only when it needs the first connection.
 */
final class Preparation implements ApplicationContextInitializer<GenericApplicationContext> {

    private final boolean serves;

    /** @param serves whether a web server will be started, so that the port and the folder must be free */
    Preparation(boolean serves) {
        this.serves = serves;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        Keys.requireKnown(environment);
        var properties = Binder.get(environment).bindOrCreate("townloop", TownloopProperties.class);
        if (serves) {
            requireFreePort(environment);
            var hold = FolderHold.asDemo(properties.data());
            context.registerBean(FolderHold.class, () -> hold);
            context.registerBean(Founder.class, () -> new Founder(context.getBean(DemoTown.class)));
        } else {
            context.registerBean(
                    AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, Stillness.class, Stillness::new);
        }
        var opening = inBackground(properties);
        SpringApplication.getShutdownHandlers().add(() -> close(opening));
        context.registerBean(
                OpenDatabase.class, () -> join(opening), definition -> definition.setDestroyMethodName(""));
        context.registerBean(Database.class, () -> join(opening).database());
    }

    private static CompletableFuture<OpenDatabase> inBackground(TownloopProperties properties) {
        var opening = new CompletableFuture<OpenDatabase>();
        Thread.ofPlatform().name("database").start(() -> {
            try {
                opening.complete(OpenDatabase.of(properties));
            } catch (RuntimeException e) {
                opening.completeExceptionally(e);
            }
        });
        return opening;
    }

    private static OpenDatabase join(CompletableFuture<OpenDatabase> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void close(CompletableFuture<OpenDatabase> opening) {
        try {
            opening.join().close();
        } catch (CompletionException e) {
            // it never opened, and said so when it was asked for
        }
    }

    private static void requireFreePort(ConfigurableEnvironment environment) {
        var port = environment.getProperty("server.port", Integer.class, 0);
        var address = environment.getProperty("server.address", InetAddress.class);
        try (var socket = new ServerSocket(port, 1, address)) {
            assert socket.isBound();
        } catch (IOException e) {
            throw new StartRefused(PlainFailures.portTaken(port), e);
        }
    }
}
