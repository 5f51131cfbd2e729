package org.townloop.loop.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Audit;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A salon, a customer who has had a haircut there, and two operators of the town. */
abstract class SomebodyObjects {

    static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    static final Instant FOUR = THREE.plus(Duration.ofHours(1));
    static final long HAIRCUT = 12_800;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    DisputeChores chores;

    @Autowired
    TestClock clock;

    List<Broken> before;
    LoopClient client;
    TestSalon salon;
    TestPeople resident;
    TestPeople owner;
    TestPeople counter;
    TestPeople operator;
    TestPeople another;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(1, 1);
        resident = TestPeople.resident(salon.region());
        owner = TestPeople.merchantOf(salon);
        counter = TestPeople.counterOf(salon);
        operator = TestPeople.inRole("OPERATOR", salon);
        another = TestPeople.inRole("OPERATOR", salon);
    }

    UUID paid() throws IOException {
        var offer =
                ((Outcome.Done<Offer>) offers.write(salon.haircut())).value().id();
        var order =
                client.hold(resident, offer.value(), THREE, UUID.randomUUID().toString());
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        client.press(client.pay(resident, order.id(), "p-" + order.id()).text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    UUID had() throws IOException {
        var order = paid();
        clock.set(THREE);
        assertThat(scan(order, "n")).isEqualTo("REDEEMED");
        client.order(resident, order, "SETTLED");
        return order;
    }

    String scan(UUID order, String nonce) throws IOException {
        return client.redeem(counter, client.tokens(resident, order).getFirst(), nonce)
                .path("outcome")
                .asString();
    }

    LoopClient.Answer object(UUID order, String wanted, long minor, String key) throws IOException {
        return client.post(
                resident,
                "/api/orders/" + order + "/disputes",
                key,
                Map.of(
                        "about",
                        "NOT_AS_PROMISED",
                        "wanted",
                        wanted,
                        "amount",
                        Map.of("minor", minor, "currency", "CNY"),
                        "words",
                        "One side is longer than the other"));
    }

    UUID objected(UUID order, String wanted, long minor) throws IOException {
        var dispute = object(order, wanted, minor, "o-" + UUID.randomUUID());
        assertThat(dispute.status()).as(dispute.body().toString()).isEqualTo(201);
        return dispute.id();
    }

    /** @param minor what is offered; nothing if below zero */
    LoopClient.Answer answer(UUID dispute, long minor) throws IOException {
        var said = new HashMap<String, Object>(Map.of("words", "It was cut as asked"));
        if (minor >= 0) {
            said.put(
                    "offer",
                    minor == 0 ? Map.of("redo", true) : Map.of("amount", Map.of("minor", minor, "currency", "CNY")));
        }
        return client.post(owner, "/api/disputes/" + dispute + "/answer", "a-" + UUID.randomUUID(), said);
    }

    LoopClient.Answer decide(TestPeople who, UUID dispute, long ofOrder, long ofPlatform, long toMerchant)
            throws IOException {
        return client.post(
                who,
                "/api/disputes/" + dispute + "/decision",
                "d-" + UUID.randomUUID(),
                Map.of(
                        "ofOrder",
                        Map.of("minor", ofOrder, "currency", "CNY"),
                        "ofPlatform",
                        Map.of("minor", ofPlatform, "currency", "CNY"),
                        "toMerchant",
                        Map.of("minor", toMerchant, "currency", "CNY"),
                        "reasons",
                        "The pictures show it"));
    }

    LoopClient.Answer act(TestPeople who, UUID dispute, String what, Map<String, ?> body) throws IOException {
        return client.post(who, "/api/disputes/" + dispute + "/" + what, what + UUID.randomUUID(), body);
    }

    static String state(UUID dispute) {
        return TestTown.jdbc()
                .sql("select state from dispute.dispute where id = ?")
                .param(dispute)
                .query(String.class)
                .single();
    }

    /** What of the order's money was captured, released, refunded, and given on top by the platform. */
    static List<Long> money(UUID order) {
        return TestTown.jdbc()
                .sql("select captured, released, refunded, goodwill from ledger.order_total where order_id = ?")
                .param(order)
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    static List<String> told(TestPeople who, String kind) {
        return TestTown.jdbc()
                .sql("select coalesce(facts -> 'reason' ->> 'en', '') from notice.notice where kind = ? and"
                        + " person_id = ? order by created_at, id")
                .params(kind, who.id())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
