package org.townloop.launch.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Kill -9 of PostgreSQL while writes go on (FAULTS 28). */
class KilledPostgresTests {

    private static final int KILLS = 3;
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Writes one row and says when it holds the write for acknowledged. */
    private interface Writer {
        void write(Connection connection, long id, Collection<Long> acknowledged) throws SQLException;
    }

    @Test
    void noAcknowledgedWriteIsLostAndTheWritersGoOnByThemselves() throws Exception {
        assertThat(lostAfterKills(KilledPostgresTests::acknowledgeOnceCommitted))
                .isEmpty();
    }

    /** The control: who acknowledges before the commit does lose writes, and this test sees it. */
    @Test
    void aWriteThatIsAcknowledgedBeforeItsCommitIsSeenToBeLost() throws Exception {
        assertThat(lostAfterKills(KilledPostgresTests::acknowledgeBeforeCommit)).isNotEmpty();
    }

    private static void acknowledgeOnceCommitted(Connection connection, long id, Collection<Long> acknowledged)
            throws SQLException {
        insert(connection, id);
        connection.commit();
        acknowledged.add(id);
    }

    private static void acknowledgeBeforeCommit(Connection connection, long id, Collection<Long> acknowledged)
            throws SQLException {
        insert(connection, id);
        acknowledged.add(id);
        pause(Duration.ofMillis(5));
        connection.commit();
    }

    private static Set<Long> lostAfterKills(Writer writer) throws IOException, InterruptedException {
        var acknowledged = new ConcurrentLinkedQueue<Long>();
        try (var own = OwnPostgres.start();
                var pool = own.pool()) {
            var sql = new JdbcTemplate(pool);
            sql.execute("create table written (id bigint primary key)");
            try (var writers = new Writers(pool, writer, acknowledged)) {
                for (var kill = 0; kill < KILLS; kill++) {
                    writers.awaitMore();
                    own.kill();
                }
                writers.awaitMore();
            }
            var lost = new HashSet<>(acknowledged);
            sql.queryForList("select id from written", Long.class).forEach(lost::remove);
            return lost;
        }
    }

    private static void insert(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement("insert into written values (?)")) {
            statement.setLong(1, id);
            statement.execute();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Threads that write until they are closed, whatever happens. */
    private static final class Writers implements AutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicLong next = new AtomicLong();
        private final Collection<Long> acknowledged;
        private final Thread[] threads = new Thread[WRITERS];

        Writers(DataSource source, Writer writer, Collection<Long> acknowledged) {
            this.acknowledged = acknowledged;
            for (var i = 0; i < WRITERS; i++) {
                threads[i] = Thread.ofVirtual().start(() -> run(source, writer));
            }
        }

        private void run(DataSource source, Writer writer) {
            while (!closed.get()) {
                try (var connection = source.getConnection()) {
                    connection.setAutoCommit(false);
                    writer.write(connection, next.incrementAndGet(), acknowledged);
                } catch (SQLException e) {
                    pause(Duration.ofMillis(10)); // not acknowledged: nothing was promised
                }
            }
        }

        /** Waits for writes that began after now to be acknowledged. */
        void awaitMore() {
            var from = next.get() + WRITERS;
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (acknowledged.stream().filter(id -> id > from).count() < 50) {
                assertThat(System.nanoTime()).as("writes go on again").isLessThan(deadline);
                pause(Duration.ofMillis(20));
            }
        }

        @Override
        public void close() throws InterruptedException {
            closed.set(true);
            for (var thread : threads) {
                thread.join();
            }
        }
    }
}
