package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.TestSalon;

/** Somebody has had a haircut, and objects to it. */
final class DisputeWalk {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    private final JdbcClient jdbc;
    private final LoopClient client;
    private final TestSalon salon;
    private final TestPeople resident;
    private final TestPeople owner;
    private final UUID dispute;

    DisputeWalk(ChildTown town, Database database) throws IOException {
        this.jdbc = JdbcClient.create(TestTown.plain(database, database.app()));
        this.client = new LoopClient(town.port());
        this.salon = TestSalon.in(jdbc, TestSalon.SHANGHAI, 1, 1);
        this.resident = TestPeople.resident(jdbc, salon.region());
        this.owner = inRole("MERCHANT", salon.merchant().value());
        this.dispute = objected(had());
    }

    private TestPeople inRole(String role, @Nullable UUID merchant) {
        var person = TestPeople.resident(jdbc, salon.region());
        jdbc.sql("insert into identity.role (person_id, role, region_id, merchant_id) values (?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        person.id(), role, salon.region().number(), merchant))
                .update();
        return person;
    }

    private UUID had() throws IOException {
        var held = client.hold(resident, CrashWalk.haircut(jdbc, salon), SATURDAY, "hold");
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        client.press(client.pay(resident, held.id(), "pay").text("redirectUrl"), "succeed");
        client.order(resident, held.id(), "PAID");
        var counter = TestPeople.counterOf(jdbc, salon);
        var scanned = client.redeem(counter, client.tokens(resident, held.id()).getFirst(), "scan");
        assertThat(scanned.path("outcome").asString()).isEqualTo("REDEEMED");
        client.order(resident, held.id(), "SETTLED");
        return held.id();
    }

    private UUID objected(UUID order) throws IOException {
        var objection = Map.of("about", "NOT_AS_PROMISED", "wanted", "ALL", "words", "One side is longer");
        return done(client.post(resident, "/api/orders/" + order + "/disputes", "object", objection), 201)
                .id();
    }

    /** The place offers to do it again. */
    DisputeWalk answered() throws IOException {
        return answered(Map.of("words", "Come again", "offer", Map.of("redo", true)));
    }

    private DisputeWalk answered(Map<String, ?> answer) throws IOException {
        done(client.post(owner, "/api/disputes/" + dispute + "/answer", "answer", answer), 200);
        return this;
    }

    /** The place offers nothing, and an operator has decided. */
    DisputeWalk decided() throws IOException {
        answered(Map.of("words", "It was cut as asked"));
        var operator = inRole("OPERATOR", null);
        var decision = Map.of("ofOrder", Map.of("minor", 1_000, "currency", "CNY"), "reasons", "The pictures show it");
        done(client.post(operator, "/api/disputes/" + dispute + "/decision", "decide", decision), 200);
        return this;
    }

    private static LoopClient.Answer done(LoopClient.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer;
    }

    /** Nobody has spoken in time; the town dies of what comes of that. */
    void dieOfTheDeadline(ChildTown town) {
        var due = jdbc.sql("update dispute.dispute set due_at = opened_at where id = ?")
                .param(dispute)
                .update();
        assertThat(due).isOne();
        assertThat(town.hasHalted()).isTrue();
    }

    /** It went on, and both were told of that once; of what is final by itself nobody is told. */
    void requireMovedOnOnceTo(String state) {
        var times = state.equals("FINAL") ? 0 : 1;
        await().atMost(Duration.ofSeconds(90)).until(() -> state().equals(state));
        assertThat(told(resident)).isEqualTo(times);
        assertThat(told(owner)).isEqualTo(times);
    }

    private String state() {
        return jdbc.sql("select state from dispute.dispute where id = ?")
                .param(dispute)
                .query(String.class)
                .single();
    }

    private int told(TestPeople person) {
        return jdbc.sql("""
            select count(*)::int from notice.notice
            where kind = 'DISPUTE_NEWS' and occasion = 'referred' and subject_id = ? and person_id = ?
            """).params(dispute, person.id()).query(Integer.class).single();
    }
}
