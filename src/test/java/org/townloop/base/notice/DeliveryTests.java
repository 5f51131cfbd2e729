package org.townloop.base.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.json.JsonMapper;

/** Messages are queued for a month from now, where this test's postman lives and the program's does not look. */
@TownTest
class DeliveryTests {

    /** What became of the one message. */
    private record Row(String state, String reference, String lastError, String facts, Instant nextTryAt) {}

    private static final Instant THEN = TestClock.START.plus(Duration.ofDays(30));

    @Autowired
    Composer composer;

    @Autowired
    Preferences preferences;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock programsClock;

    private final TestClock clock = new TestClock();
    private final ConcurrentLinkedQueue<Sms> sent = new ConcurrentLinkedQueue<>();
    private Deliveries deliveries;

    @BeforeEach
    void open() {
        programsClock.set(TestClock.START);
        clock.set(THEN);
        TestSalon.with(1, 1);
        clearQueue();
        deliveries = at(clock);
    }

    @AfterEach
    void clearQueue() {
        jdbc.sql("delete from notice.delivery where created_at >= ?")
                .param(Timestamp.from(THEN))
                .update();
    }

    @Test
    void aMessageIsSentOnceAndItsCodeForgotten() {
        queue("123456", THEN.plus(Duration.ofMinutes(10)));
        round(() -> new Handover.Accepted("ref-1"));
        round(() -> new Handover.Accepted("ref-2"));
        assertThat(sent).singleElement().satisfies(sms -> assertThat(sms.text()).contains("123456"));
        assertThat(row()).isEqualTo(new Row("SENT", "ref-1", "null", "{}", Instant.MAX));
    }

    @Test
    void aFailureIsTriedAgainLaterAndLaterWithTheSameId() {
        queue("123456", THEN.plus(Duration.ofDays(2)));
        var waits = new ArrayList<Duration>();
        for (int attempt = 1; attempt <= 6; attempt++) {
            round(() -> Handover.later("HTTP 503"));
            var next = row().nextTryAt();
            waits.add(Duration.between(clock.instant(), next));
            clock.set(next);
        }
        assertThat(sent).hasSize(6).extracting(Sms::id).containsOnly(sent.peek().id());
        for (int i = 0; i < waits.size(); i++) {
            var usual = 5_000L << i;
            assertThat(waits.get(i).toMillis()).isBetween(usual * 8 / 10 - 1, usual * 12 / 10 + 1);
        }
        assertThat(row().lastError()).isEqualTo("HTTP 503");
        assertThat(row().state()).isEqualTo("QUEUED");
    }

    @Test
    void whatIsOfNoUseAnyMoreIsGivenUpWithAReason() {
        queue("123456", THEN.plusSeconds(30));
        while (row().state().equals("QUEUED")) {
            round(() -> Handover.later("HTTP 500"));
            clock.move(Duration.ofSeconds(4));
        }
        assertThat(row()).isEqualTo(new Row("FAILED", "", "given up: HTTP 500", "{}", Instant.MAX));
    }

    @Test
    void aGatewayThatSaysNeverIsNotAskedAgain() {
        queue("123456", THEN.plus(Duration.ofDays(2)));
        round(() -> new Handover.Never("the gateway refused it: HTTP 422"));
        clock.move(Duration.ofDays(1));
        round(() -> new Handover.Accepted(""));
        assertThat(sent).hasSize(1);
        assertThat(row().state()).isEqualTo("FAILED");
    }

    @Test
    void whoDiesWithAMessageInHandHasItTakenOverAfterTheLease() {
        queue("123456", THEN.plus(Duration.ofMinutes(10)));
        assertThat(deliveries.take(Channel.SMS, 5)).hasSize(1); // and is never heard of again
        round(() -> new Handover.Accepted(""));
        assertThat(sent).isEmpty();
        clock.move(Deliveries.LEASE);
        round(() -> new Handover.Accepted(""));
        assertThat(sent).hasSize(1);
    }

    @Test
    void twoPostmenNeverCarryTheSameMessage() {
        for (int i = 0; i < 60; i++) {
            queue("12345" + i, THEN.plus(Duration.ofMinutes(10)));
        }
        var taken = new ConcurrentLinkedQueue<Delivery>();
        Race.of(eight(() -> {
            List<Delivery> mine;
            do {
                mine = deliveries.take(Channel.SMS, 3);
                taken.addAll(mine);
            } while (!mine.isEmpty());
        }));
        assertThat(taken).extracting(Delivery::id).hasSize(60).doesNotHaveDuplicates();
    }

    /** The control of the test above: who only looks and then notes finds what another has found too. */
    @Test
    void withoutTheLockTwoWouldCarryTheSame() {
        for (int i = 0; i < 60; i++) {
            queue("12345" + i, THEN.plus(Duration.ofMinutes(10)));
        }
        var taken = new ConcurrentLinkedQueue<Object>();
        Race.of(eight(() -> {
            taken.addAll(jdbc.sql("select id from notice.delivery where state = 'QUEUED' and next_try_at <= ?")
                    .param(Timestamp.from(clock.instant()))
                    .query((row, number) -> row.getObject("id"))
                    .list());
        }));
        assertThat(taken.size()).isGreaterThan(60);
    }

    @Test
    void theSameNoticeIsQueuedOnceForAChannel() {
        var region = TestSalon.SHANGHAI;
        var person = TestPeople.resident(region);
        var notice = Ids.next(region, THEN);
        jdbc.sql("insert into notice.notice (id, region_id, person_id, kind, subject_id, facts, created_at)"
                        + " values (?, ?, ?, 'PAID', ?, '{}', ?)")
                .params(notice, region.number(), person.id(), notice, Timestamp.from(THEN))
                .update();
        for (int i = 0; i < 3; i++) {
            deliveries.queue(List.of(new Deliveries.NewDelivery(
                    Ids.next(region, THEN),
                    notice,
                    person.id(),
                    Letter.PAID,
                    Channel.MAIL,
                    "lin@example.com",
                    Locale.ENGLISH,
                    Map.of(),
                    THEN,
                    THEN.plusSeconds(60))));
        }
        assertThat(jdbc.sql("select count(*) from notice.delivery where notice_id = ?")
                        .param(notice)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static Stream<Runnable> eight(Runnable postman) {
        return Stream.generate(() -> postman).limit(8);
    }

    private void queue(String code, Instant giveUpAt) {
        deliveries.queue(List.of(new Deliveries.NewDelivery(
                Ids.next(TestSalon.SHANGHAI, THEN),
                null,
                null,
                Letter.CODE,
                Channel.SMS,
                "+8613800138000",
                Locale.ENGLISH,
                Map.of("code", code),
                THEN,
                giveUpAt)));
    }

    private void round(Supplier<Handover> answer) {
        SmsGateway gateway = sms -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            sent.add(sms);
            return answer.get();
        };
        var rounds = new Rounds(deliveries, composer, new Gateways(gateway, null, null), preferences);
        deliveries.take(Channel.SMS, 10).forEach(delivery -> rounds.carry(delivery, clock.instant()));
    }

    private Row row() {
        return jdbc.sql("select * from notice.delivery where created_at >= ?")
                .param(Timestamp.from(THEN))
                .query((row, number) -> new Row(
                        String.valueOf(row.getString("state")),
                        String.valueOf(row.getString("reference")),
                        String.valueOf(row.getString("last_error")),
                        String.valueOf(row.getString("facts")),
                        row.getTimestamp("next_try_at") == null
                                ? Instant.MAX
                                : row.getTimestamp("next_try_at").toInstant()))
                .single();
    }

    private Deliveries at(Clock now) {
        return new Deliveries(template, jdbc, json, now);
    }
}
