package org.townloop.base.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the readers of the event log: at once in this process, by NOTIFY in the others. The notification is sent after
 * the commit and by one thread, because a NOTIFY inside a transaction makes all commits of the database queue for one
 * lock; many commits share one notification. It says of which types they were, so that nobody gets up for what is not theirs.
 */
@Component
class EventBell implements SmartLifecycle {

    private record Listener(Set<String> types, Runnable wake) {}

    private static final Logger LOG = LoggerFactory.getLogger(EventBell.class);
    private static final String CHANNEL = "townloop_event";
    private static final int LISTEN_MILLIS = 1_000;

    private final DataSource dataSource;
    private static final String OWN = UUID.randomUUID().toString();

    /** PostgreSQL takes 8,000 bytes. */
    private static final int LONGEST = 7_000;

    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> unsent = ConcurrentHashMap.newKeySet();
    private final Semaphore toSend = new Semaphore(0);
    private volatile boolean running;

    EventBell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param wake what to do as soon as there may be something of these types */
    void onRing(Set<String> types, Runnable wake) {
        listeners.add(new Listener(types, wake));
    }

    void ring(Collection<String> types) {
        wake(types);
        unsent.addAll(types);
        toSend.release();
    }

    private void wake(Collection<String> types) {
        for (var listener : listeners) {
            if (types.stream().anyMatch(listener.types::contains)) {
                listener.wake.run();
            }
        }
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
                    notifyOthers(List.copyOf(unsent));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                LOG.debug("the notification was not sent; readers look by themselves every second", e);
            }
        }
    }

    private void notifyOthers(List<String> types) throws SQLException {
        types.forEach(unsent::remove); // what is told from here on is told again
        var told = OWN + " " + String.join(" ", types);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, told.length() > LONGEST ? "" : told);
            statement.execute();
        }
    }

    /** An empty notice, as of an older process, is for everybody; our own was heard before it was sent. */
    private void heard(String told) {
        if (told.isEmpty()) {
            listeners.forEach(listener -> listener.wake.run());
        } else if (!told.startsWith(OWN)) {
            wake(List.of(told.split(" ")));
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
                if (heard != null) {
                    Stream.of(heard).map(PGNotification::getParameter).forEach(this::heard);
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
