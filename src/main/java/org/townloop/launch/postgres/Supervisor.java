package org.townloop.launch.postgres;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether PostgreSQL lives and starts it again if it does not. */
final class Supervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(300);
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final Postmaster postmaster;
    private final Supplier<PidFile> restart;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::watch);
    private volatile boolean closed;

    Supervisor(Postmaster postmaster, Supplier<PidFile> restart) {
        this.postmaster = postmaster;
        this.restart = restart;
    }

    void start() {
        thread.start();
    }

    private void watch() {
        var pause = LOOK;
        while (!closed) {
            try {
                Thread.sleep(pause);
                look();
                pause = LOOK;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pause = longer(pause);
                LOG.error(
                        "PostgreSQL could not be started again, next try in {} ms: {}",
                        pause.toMillis(),
                        e.getMessage());
            }
        }
    }

    private void look() {
        if (!closed && postmaster.living().isEmpty()) {
            LOG.warn("PostgreSQL has died; starting it again");
            LOG.warn("PostgreSQL runs again (process {})", restart.get().pid());
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return pause.equals(LOOK) ? AFTER_FAILURE : twice.compareTo(AT_MOST) < 0 ? twice : AT_MOST;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
