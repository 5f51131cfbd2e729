package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.TestSalon;

/**
 * The process dies while it carries a message, as by kill -9, and is started again: nothing is lost, what may have been
 * sent is sent once more under the same name, and nothing for ever.
 */
class PostmanCrashTests {

    private record Row(String state, int attempts, Instant nextTryAt) {}

    private static final Duration A_FEW_ROUNDS = Duration.ofSeconds(3);

    private static JdbcClient jdbc;
    private static ChildTown town;

    @BeforeAll
    static void open() throws IOException {
        var database = TestTown.fresh();
        town = new ChildTown(database, false);
        town.start();
        jdbc = JdbcClient.create(TestTown.plain(database, database.app()));
        TestSalon.in(jdbc, TestSalon.SHANGHAI, 1, 1);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void whatWasTakenAndNotSentIsSentWhenItsLeaseIsOver() throws IOException {
        town.arm("Rounds.carry:before");
        var message = queue();
        assertThat(town.hasHalted()).isTrue();
        assertThat(times(message)).as("sent before the crash").isZero();
        assertThat(row(message).state()).isEqualTo("QUEUED");
        assertThat(row(message).nextTryAt()).as("its lease").isAfter(TestClock.START.plusSeconds(60));

        town.start();
        pauseForRounds();
        assertThat(times(message)).as("sent while somebody may still have it").isZero();
        endLease(message);
        awaitSent(message, 2);
        assertThat(times(message)).isEqualTo(1);
        isNeverSentAgain(message, 1);
    }

    @Test
    void whatWasSentAndNotMarkedIsSentOnceMoreUnderTheSameName() throws IOException {
        town.arm("Deliveries.finish:before");
        var message = queue();
        assertThat(town.hasHalted()).isTrue();
        assertThat(times(message)).as("sent before the crash").isEqualTo(1);
        assertThat(row(message).state()).isEqualTo("QUEUED");

        endLease(message);
        town.start();
        awaitSent(message, 2);
        assertThat(times(message))
                .as("at least once, for whoever knows its name")
                .isEqualTo(2);
        isNeverSentAgain(message, 2);
    }

    /** What holds the tests above: the mark. With it nothing is sent again; without it, it is. */
    @Test
    void whatWasMarkedIsNotSentAgain() throws IOException {
        town.arm("Deliveries.finish:after");
        var message = queue();
        assertThat(town.hasHalted()).isTrue();
        assertThat(row(message).state()).isEqualTo("SENT");

        town.start();
        isNeverSentAgain(message, 1);
        jdbc.sql("update notice.delivery set state = 'QUEUED', finished_at = null, next_try_at = ? where id = ?")
                .params(Timestamp.from(TestClock.START), message)
                .update();
        await().until(() -> times(message) == 2);
    }

    private static UUID queue() {
        var id = Ids.next(TestSalon.SHANGHAI, TestClock.START);
        jdbc.sql("""
            insert into notice.delivery (id, region_id, letter, channel, target, language, facts, urgent, state,
                created_at, next_try_at, give_up_at)
            values (?, ?, 'CODE', 'SMS', '+8613800138000', 'en', '{"code": "123456"}', true, 'QUEUED', ?, ?, ?)
            """)
                .params(
                        id,
                        TestSalon.SHANGHAI.number(),
                        Timestamp.from(TestClock.START),
                        Timestamp.from(TestClock.START),
                        Timestamp.from(TestClock.START.plus(Duration.ofDays(2))))
                .update();
        return id;
    }

    /** As if that time had gone by. */
    private static void endLease(UUID message) {
        jdbc.sql("update notice.delivery set next_try_at = ? where id = ?")
                .params(Timestamp.from(TestClock.START), message)
                .update();
    }

    private static long times(UUID message) throws IOException {
        return town.sent().stream().filter(message.toString()::equals).count();
    }

    private static void awaitSent(UUID message, int attempts) {
        await().atMost(Duration.ofSeconds(30)).until(() -> row(message).state().equals("SENT"));
        assertThat(row(message).attempts()).isEqualTo(attempts);
    }

    private static void isNeverSentAgain(UUID message, int times) throws IOException {
        pauseForRounds();
        assertThat(times(message)).isEqualTo(times);
    }

    private static void pauseForRounds() {
        await().pollDelay(A_FEW_ROUNDS).until(() -> true);
    }

    private static Row row(UUID message) {
        return jdbc.sql("""
            select state, attempts, coalesce(next_try_at, 'epoch') as next_try_at from notice.delivery where id = ?
            """).param(message).query(Row.class).single();
    }
}
