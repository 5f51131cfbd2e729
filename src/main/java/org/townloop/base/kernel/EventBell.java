package org.townloop.base.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the readers of the event log: at once in this process, by NOTIFY in the others. The notification is sent after
 * the commit and by one thread, because a NOTIFY inside a transaction makes all commits of the database queue for one
 * lock; many commits share one notification.
 */
@Component
class EventBell implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventBell.class);
    private static final String CHANNEL = "townloop_event";
    private static final int LISTEN_MILLIS = 1_000;

    private final DataSource dataSource;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore toSend = new Semaphore(0);
    private volatile boolean running;

    EventBell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void onRing(Runnable listener) {
        listeners.add(listener);
    }

    void ring() {
        listeners.forEach(Runnable::run);
        toSend.release();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("event-bell-send").start(this::send);
        Thread.ofVirtual().name("event-bell-listen").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        toSend.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void send() {
        while (running) {
            try {
                toSend.acquire();
                toSend.drainPermits();
                if (running) {
                    notifyOthers();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                LOG.debug("the notification was not sent; readers look by themselves every second", e);
            }
        }
    }

    private void notifyOthers() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
        }
    }

    private void listen() {
        while (running) {
            try (var connection = dataSource.getConnection()) {
                listenOn(connection);
            } catch (SQLException e) {
                LOG.debug("listening again in a second", e);
                pause();
            }
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        try {
            while (running) {
                var heard = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
                if (heard != null && heard.length > 0) {
                    listeners.forEach(Runnable::run);
                }
            }
        } finally {
            try (var statement = connection.createStatement()) {
                statement.execute("unlisten *");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LISTEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
