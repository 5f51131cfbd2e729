package org.townloop.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
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

    private final Mode mode;

    Preparation(Mode mode) {
        this.mode = mode;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        LoadedParts.in(context);
        var environment = context.getEnvironment();
        Keys.requireKnown(environment);
        var properties = TownloopProperties.of(environment);
        switch (mode) {
            case DEMO -> prepareDemo(context, properties);
            case SERVE -> prepareTown(context, properties);
            case COMMAND ->
                context.registerBean(
                        AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, Stillness.class, Stillness::new);
        }
        var opening = inBackground(properties);
        SpringApplication.getShutdownHandlers().add(() -> close(opening));
        context.registerBean(
                OpenDatabase.class, () -> join(opening), definition -> definition.setDestroyMethodName(""));
        context.registerBean(Database.class, () -> join(opening).database());
    }

    private static void prepareDemo(GenericApplicationContext context, TownloopProperties properties) {
        requireFreePort(context.getEnvironment());
        var hold = FolderHold.asDemo(properties.data());
        context.registerBean(FolderHold.class, () -> hold);
        context.registerBean(Founder.class, () -> new Founder(context.getBean(DemoTown.class)));
    }

    /** All that is missing is told at once, before the port and the folder are taken. */
    private static void prepareTown(GenericApplicationContext context, TownloopProperties properties) {
        FolderHold.requireNoDemo(properties.data());
        TownNeeds.require(context.getEnvironment(), properties);
        requireFreePort(context.getEnvironment());
        var hold = FolderHold.asTown(properties.data());
        context.registerBean(FolderHold.class, () -> hold);
    }

    private CompletableFuture<OpenDatabase> inBackground(TownloopProperties properties) {
        var opening = new CompletableFuture<OpenDatabase>();
        Thread.ofPlatform().name("database").start(() -> {
            try {
                opening.complete(opened(properties));
            } catch (RuntimeException e) {
                opening.completeExceptionally(e);
            }
        });
        return opening;
    }

    private OpenDatabase opened(TownloopProperties properties) {
        var database = OpenDatabase.of(properties);
        if (mode == Mode.SERVE) {
            try {
                DemoTraces.requireNone(database.database());
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        }
        return database;
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
