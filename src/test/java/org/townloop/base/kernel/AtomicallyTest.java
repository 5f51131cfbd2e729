package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;

/** FAULTS 20: of two that stand in each other's way the database lets one go on; the other does all of its work anew. */
class AtomicallyTest {

    private enum Why implements Reason {
        NOT_NOW;

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    private static final List<String> BOTH = List.of("left", "right");

    private Database database;
    private JdbcTemplate owner;
    private final AtomicInteger attempts = new AtomicInteger();
    private final CyclicBarrier midway = new CyclicBarrier(2);

    @BeforeEach
    void twoPots() {
        database = TestTown.fresh();
        owner = new JdbcTemplate(source(""));
        owner.execute("create table public.pot (name text primary key, coins int not null)");
        owner.execute("insert into public.pot values ('left', 0), ('right', 0)");
    }

    @Test
    void ofTwoThatLockCrosswiseBothAreDoneOnceAndWhole() {
        var source = source("");
        var atomically = new Atomically(new JdbcTransactionManager(source));
        crosswise(
                source,
                work -> atomically.run(() -> {
                    work.run();
                    return Outcome.done("done");
                }));
        assertThat(attempts.get()).as("one of them twice").isEqualTo(3);
        assertThat(coins()).containsExactly(2, 2);
    }

    /** The control: a transaction that is not run again is lost with the deadlock. */
    @Test
    void withoutTryingAgainOneOfThemIsLost() {
        var source = source("");
        var once = new TransactionTemplate(new JdbcTransactionManager(source));
        assertThatThrownBy(() -> crosswise(source, work -> once.executeWithoutResult(_ -> work.run())))
                .hasCauseInstanceOf(ConcurrencyFailureException.class);
        assertThat(coins()).containsExactly(1, 1);
    }

    @Test
    void ofTwoThatReadWhatTheOtherWritesTheSecondReadsAnew() {
        var source = serializable();
        var atomically = new Atomically(new JdbcTransactionManager(source));
        skewed(
                source,
                work -> atomically.run(() -> {
                    work.run();
                    return Outcome.done("done");
                }));
        assertThat(attempts.get()).isEqualTo(3);
        assertThat(coins().stream().mapToInt(each -> each).sum())
                .as("only the first saw both pots empty")
                .isOne();
    }

    @Test
    void withoutTryingAgainTheSecondFails() {
        var source = serializable();
        var once = new TransactionTemplate(new JdbcTransactionManager(source));
        assertThatThrownBy(() -> skewed(source, work -> once.executeWithoutResult(_ -> work.run())))
                .hasCauseInstanceOf(ConcurrencyFailureException.class);
    }

    @Test
    void whatFailsForAnotherReasonOrIsRefusedIsDoneOnceAndUndone() {
        var source = source("");
        var sql = new JdbcTemplate(source);
        var atomically = new Atomically(new JdbcTransactionManager(source));
        assertThatThrownBy(() -> atomically.run(() -> {
                    attempts.incrementAndGet();
                    put(sql, "left");
                    sql.update("insert into public.pot values ('right', 5)");
                    return Outcome.done("done");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        atomically.run(() -> {
            attempts.incrementAndGet();
            put(sql, "left");
            return Outcome.refused(Why.NOT_NOW);
        });
        assertThat(attempts.get()).isEqualTo(2);
        assertThat(coins()).containsExactly(0, 0);
    }

    @Test
    void whatIsInTheWayEachTimeIsGivenUpAtLast() {
        var atomically = new Atomically(new JdbcTransactionManager(source("")));
        assertThatThrownBy(() -> atomically.run(() -> {
                    attempts.incrementAndGet();
                    throw new ConcurrencyFailureException("again");
                }))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(attempts.get()).isEqualTo(5);
    }

    @Test
    void whoDoesNotGetALockInTimeTriesAgain() throws SQLException {
        var impatient = source("&options=-c%20lock_timeout%3D50ms");
        var sql = new JdbcTemplate(impatient);
        var atomically = new Atomically(new JdbcTransactionManager(impatient));
        try (var other = source("").getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from public.pot for update");
            atomically.run(() -> {
                if (attempts.incrementAndGet() == 3) {
                    letGo(other);
                }
                put(sql, "left");
                return Outcome.done("done");
            });
        }
        assertThat(attempts.get()).isEqualTo(3);
        assertThat(coins()).containsExactly(1, 0);
    }

    private static void letGo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each puts a coin into both pots, one from the left and one from the right. */
    private void crosswise(DataSource source, Consumer<Runnable> transaction) {
        var sql = new JdbcTemplate(source);
        Race.of(Stream.of(BOTH, BOTH.reversed()).map(pots -> () -> {
            var isFirst = new AtomicInteger();
            transaction.accept(() -> {
                attempts.incrementAndGet();
                put(sql, pots.getFirst());
                if (isFirst.getAndIncrement() == 0) {
                    meet();
                }
                put(sql, pots.getLast());
            });
        }));
    }

    /** Each puts a coin into its own pot if both are empty. */
    private void skewed(DataSource source, Consumer<Runnable> transaction) {
        var sql = new JdbcTemplate(source);
        Race.of(BOTH.stream().map(pot -> () -> {
            var isFirst = new AtomicInteger();
            transaction.accept(() -> {
                attempts.incrementAndGet();
                var all = sql.queryForObject("select sum(coins) from public.pot", Integer.class);
                if (isFirst.getAndIncrement() == 0) {
                    meet();
                }
                if (all != null && all == 0) {
                    put(sql, pot);
                }
            });
        }));
    }

    private void meet() {
        try {
            midway.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(JdbcTemplate sql, String pot) {
        sql.update("update public.pot set coins = coins + 1 where name = ?", pot);
    }

    private List<Integer> coins() {
        return owner.query("select coins from public.pot order by name", (row, number) -> row.getInt("coins"));
    }

    private DataSource serializable() {
        return source("&options=-c%20default_transaction_isolation%3Dserializable");
    }

    private DataSource source(String more) {
        return TestTown.plain(new Database(database.url() + more, database.owner(), database.app()), database.owner());
    }
}
