package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
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
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A salon, its owner, its counter and a customer who has paid. */
abstract class RefundDay {

    static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");
    static final long HAIRCUT = 12_800;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    List<Broken> before;
    LoopClient client;
    TestSalon salon;
    TestPeople resident;
    TestPeople owner;
    TestPeople counter;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        at(TestSalon.with(1, 1));
    }

    final void at(TestSalon another) {
        salon = another;
        resident = TestPeople.resident(salon.region());
        owner = TestPeople.merchantOf(salon);
        counter = TestPeople.counterOf(salon);
    }

    UUID haircut() throws IOException {
        return paid(offer(salon.haircut()), THREE, 1);
    }

    /** Four lunches on one voucher. */
    UUID lunches() throws IOException {
        at(TestSalon.with(1, 0).asRestaurant());
        return paid(offer(salon.setMenu(10)), SATURDAY, 4);
    }

    UUID paid(UUID offer, Instant start, int quantity) throws IOException {
        var order = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of(
                        "offerId",
                        offer,
                        "slotStart",
                        start.toString(),
                        "quantity",
                        quantity,
                        "answers",
                        Map.of("main", "fish")));
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        client.press(client.pay(resident, order.id(), "p-" + order.id()).text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    String scan(UUID order, String nonce) throws IOException {
        return client.redeem(counter, client.tokens(resident, order).getFirst(), nonce)
                .path("outcome")
                .asString();
    }

    LoopClient.Answer giveBack(UUID order, long minor, String key) throws IOException {
        return client.post(
                owner,
                "/api/orders/" + order + "/refunds",
                key,
                Map.of("amount", Map.of("minor", minor, "currency", "CNY"), "reason", "The water was cold"));
    }

    LoopClient.Answer giveBack(UUID order, Map<String, Integer> units, String key) throws IOException {
        return client.post(
                owner, "/api/orders/" + order + "/refunds", key, Map.of("units", units, "reason", "The oven broke"));
    }

    /** What of the order's money was captured, released and refunded. */
    List<Long> money(UUID order) {
        return TestTown.jdbc()
                .sql("select captured, released, refunded from ledger.order_total where order_id = ?")
                .param(order)
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    UUID offer(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
