package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Leftovers;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.TestSalon;

/** What is removed when its time has come, and what is not: of each kind a row that is too old, and one that is younger. */
@TownTest
class RetentionTests {

    private static final Instant OLD = TestClock.START;
    private static final Duration A_LITTLE = Duration.ofMinutes(2);

    @Autowired
    private Retention retention;

    @Autowired
    private Leftovers leftovers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private TestSalon salon;
    private UUID person;

    @BeforeEach
    void somebody() {
        clock.set(TestClock.START);
        salon = TestSalon.with(1, 1);
        person = TestPeople.resident(salon.region()).id();
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    void noticesAreKeptForAYear() {
        var old = notice(OLD);
        var younger = notice(OLD.plus(A_LITTLE));
        var sentOfOld = delivery(old, person, OLD, OLD);
        var sentOfYounger = delivery(younger, person, OLD, OLD.plus(Duration.ofDays(365)));
        retentionAt(Duration.ofDays(365));
        assertThat(is("notice.notice", old)).as("not yet").isTrue();
        retentionAt(Duration.ofDays(365).plusSeconds(60));
        assertThat(is("notice.notice", old)).isFalse();
        assertThat(is("notice.notice", younger)).isTrue();
        assertThat(is("notice.delivery", sentOfOld))
                .as("it goes with its notice")
                .isFalse();
        assertThat(is("notice.delivery", sentOfYounger)).isTrue();
    }

    @Test
    void howThingsWereSentIsKeptForNinetyDays() {
        var old = delivery(null, person, OLD, OLD);
        var younger = delivery(null, person, OLD, OLD.plus(A_LITTLE));
        var waiting = delivery(null, person, OLD, null);
        retentionAt(Duration.ofDays(90));
        assertThat(is("notice.delivery", old)).as("not yet").isTrue();
        retentionAt(Duration.ofDays(90).plusSeconds(60));
        assertThat(is("notice.delivery", old)).isFalse();
        assertThat(is("notice.delivery", younger)).isTrue();
        assertThat(is("notice.delivery", waiting)).as("what is on its way").isTrue();
    }

    @Test
    void aCodeToNobodyKnownIsKeptForADay() {
        var old = delivery(null, null, OLD, OLD);
        var younger = delivery(null, null, OLD, OLD.plus(A_LITTLE));
        var toSomebody = delivery(null, person, OLD, OLD);
        retentionAt(Duration.ofDays(1));
        assertThat(is("notice.delivery", old)).as("not yet").isTrue();
        retentionAt(Duration.ofDays(1).plusSeconds(60));
        assertThat(is("notice.delivery", old)).isFalse();
        assertThat(is("notice.delivery", younger)).isTrue();
        assertThat(is("notice.delivery", toSomebody)).isTrue();
    }

    @Test
    void answersAreKeptForAWeek() {
        var old = answer(OLD);
        var younger = answer(OLD.plus(A_LITTLE));
        retentionAt(Duration.ofDays(7));
        assertThat(isAnswered(old)).as("not yet").isTrue();
        retentionAt(Duration.ofDays(7).plusSeconds(60));
        assertThat(isAnswered(old)).isFalse();
        assertThat(isAnswered(younger)).isTrue();
    }

    @Test
    void whatNobodyEnteredOrAnsweredGoesWhenItIsGoodNoLonger() {
        var code = code(OLD);
        var laterCode = code(OLD.plus(A_LITTLE));
        var question = question(OLD);
        var laterQuestion = question(OLD.plus(A_LITTLE));
        var limit = limit(Instant.EPOCH); // the machine's clock decides: Bucket4j asks no other
        var laterLimit = limit(OLD.plus(Duration.ofDays(40_000)));
        leftovers.forget();
        assertThat(isCode(code) && isQuestion(question)).as("not yet").isTrue();
        clock.set(OLD.plusSeconds(60));
        leftovers.forget();
        assertThat(isCode(code)).isFalse();
        assertThat(isCode(laterCode)).isTrue();
        assertThat(isQuestion(question)).isFalse();
        assertThat(isQuestion(laterQuestion)).isTrue();
        assertThat(isLimited(limit)).isFalse();
        assertThat(isLimited(laterLimit)).isTrue();
    }

    @Test
    void whatIsMoreThanOnePieceGoesAtOnce() {
        jdbc.sql("""
            insert into kernel.idempotency (person_id, route, key, request_hash, answer, created_at)
            select ?, 'many', n::text, '\\x00', '{}', ? from generate_series(1, 4500) as n
            """).params(person, Timestamp.from(OLD)).update();
        retentionAt(Duration.ofDays(8));
        assertThat(jdbc.sql("select count(*) from kernel.idempotency where person_id = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void retentionAt(Duration after) {
        clock.set(OLD.plus(after));
        retention.forget();
    }

    private UUID id() {
        return Ids.next(salon.region(), clock.instant());
    }

    private UUID notice(Instant at) {
        var id = id();
        jdbc.sql("""
            insert into notice.notice (id, region_id, person_id, kind, subject_id, facts, created_at)
            values (?, ?, ?, 'PAID', ?, '{}', ?)
            """)
                .params(id, salon.region().number(), person, id(), Timestamp.from(at))
                .update();
        return id;
    }

    /** @param finishedAt null while it is on its way */
    private UUID delivery(@Nullable UUID notice, @Nullable UUID to, Instant createdAt, @Nullable Instant finishedAt) {
        var id = id();
        var giveUpAt = createdAt.plus(Duration.ofDays(4_000)); // and is not due before
        jdbc.sql("""
            insert into notice.delivery (id, region_id, notice_id, person_id, letter, channel, target, language, facts,
                urgent, state, created_at, next_try_at, give_up_at, finished_at)
            values (:id, :region, :notice, :person, 'PAID', 'SMS', '+8613800138000', 'en', '{}', false, :state, :created,
                :next, :giveUp, :finished)
            """)
                .param("id", id)
                .param("region", salon.region().number())
                .param("notice", notice)
                .param("person", to)
                .param("state", finishedAt == null ? "QUEUED" : "SENT")
                .param("created", Timestamp.from(createdAt))
                .param("next", finishedAt == null ? Timestamp.from(giveUpAt) : null)
                .param("giveUp", Timestamp.from(giveUpAt))
                .param("finished", finishedAt == null ? null : Timestamp.from(finishedAt))
                .update();
        return id;
    }

    private String answer(Instant at) {
        var key = UUID.randomUUID().toString();
        jdbc.sql("""
            insert into kernel.idempotency (person_id, route, key, request_hash, answer, created_at)
            values (?, 'test', ?, '\\x00', '{}', ?)
            """).params(person, key, Timestamp.from(at)).update();
        return key;
    }

    private String code(Instant until) {
        var contact = UUID.randomUUID() + "@example.org";
        jdbc.sql("""
            insert into identity.sign_in (kind, value, attempt, code, expires_at)
            values ('MAIL', ?, sha256(?::bytea), sha256('1'::bytea), ?)
            """).params(contact, contact, Timestamp.from(until)).update();
        return contact;
    }

    private String question(Instant until) {
        var secret = UUID.randomUUID().toString();
        jdbc.sql("""
            insert into identity.ceremony (secret, person_id, challenge, expires_at)
            values (sha256(?::bytea), ?, '\\x00', ?)
            """).params(secret, person, Timestamp.from(until)).update();
        return secret;
    }

    private String limit(Instant until) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("insert into identity.throttle (id, expires_at) values (?, ?)")
                .params(id, until.toEpochMilli())
                .update();
        return id;
    }

    private boolean is(String table, UUID id) {
        return exists("select exists (select from " + table + " where id = ?)", id);
    }

    private boolean isAnswered(String key) {
        return exists("select exists (select from kernel.idempotency where key = ?)", key);
    }

    private boolean isCode(String contact) {
        return exists("select exists (select from identity.sign_in where value = ?)", contact);
    }

    private boolean isQuestion(String secret) {
        return exists("select exists (select from identity.ceremony where secret = sha256(?::bytea))", secret);
    }

    private boolean isLimited(String id) {
        return exists("select exists (select from identity.throttle where id = ?)", id);
    }

    private boolean exists(String question, Object parameter) {
        return jdbc.sql(question).param(parameter).query(Boolean.class).single();
    }
}
