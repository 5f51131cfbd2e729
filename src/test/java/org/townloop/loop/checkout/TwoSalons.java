package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.HoldCounts;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.JsonNode;

/** Two salons with one barber each, and a resident who wants something of both. */
abstract class TwoSalons {

    static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");
    static final Instant LATER = SATURDAY.plusSeconds(7_200);

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    HoldCounts holdCounts;

    @Autowired
    Turns turns;

    @Autowired
    Atomically atomically;

    @Autowired
    TestClock clock;

    /** What tests of single modules have left in the tables they share. */
    List<Broken> before;

    LoopClient client;
    TestSalon here;
    TestSalon there;
    TestPeople resident;
    UUID haircut;
    UUID otherHaircut;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        here = TestSalon.with(1, 1);
        there = TestSalon.with(1, 1);
        resident = TestPeople.resident(here.region());
        haircut = offer(here.haircut());
        otherHaircut = offer(there.haircut());
    }

    /** What one payment brought for the order is promised back; {@code captured} is what all have brought for it. */
    void isGivenBack(UUID order, long captured) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTown.jdbc()
                                .sql("select array[captured, refunded] from ledger.order_total where order_id = ?")
                                .param(order)
                                .query((row, number) ->
                                        List.of((Long[]) row.getArray(1).getArray()))
                                .list())
                        .containsExactly(List.of(captured, 12_800L)));
        assertThat(count("payment.refund where amount_minor = 12800 and order_id = ?", order))
                .isOne();
    }

    /** What the customer, the gateway and the books say, added up by hand. */
    void addsUpByPencil(JsonNode basket) {
        var total = basket.at("/total/minor").asLong();
        var sums = TestTown.jdbc()
                .sql("""
                    select array[i.amount_minor,
                        (select sum(s.amount_minor)::bigint from payment.share s where s.intent_id = i.id),
                        (select sum(t.captured)::bigint from ledger.order_total t
                         join payment.share s on s.order_id = t.order_id where s.intent_id = i.id)]
                    from payment.intent i
                    where i.id = (select intent_id from payment.share where order_id = ?)
                    """)
                .param(orders(basket).getFirst())
                .query((row, number) -> (Long[]) row.getArray(1).getArray())
                .single();
        assertThat(sums).containsOnly(total);
    }

    JsonNode held(Map<?, ?>... items) throws IOException {
        var answer = post(items);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    LoopClient.Answer post(Map<?, ?>... items) throws IOException {
        return client.post(resident, "/api/orders", UUID.randomUUID().toString(), Map.of("items", List.of(items)));
    }

    String open(JsonNode basket) throws IOException {
        var payment = client.post(
                resident,
                "/api/baskets/" + basket.path("basketId").asString() + "/payments",
                UUID.randomUUID().toString(),
                Map.of("gateway", "sandbox"));
        assertThat(payment.status()).as(payment.body().toString()).isEqualTo(201);
        return payment.text("redirectUrl");
    }

    List<UUID> paid(JsonNode basket) throws IOException {
        client.press(open(basket), "succeed");
        for (var order : orders(basket)) {
            client.order(resident, order, "PAID");
        }
        return orders(basket);
    }

    JsonNode read(JsonNode basket) throws IOException {
        return client.get(resident, "/api/baskets/" + basket.path("basketId").asString())
                .body();
    }

    static List<UUID> orders(JsonNode basket) {
        var orders = new ArrayList<UUID>();
        basket.path("orders")
                .forEach(order -> orders.add(UUID.fromString(order.path("id").asString())));
        return orders;
    }

    static Map<String, Object> item(UUID offer, Instant start) {
        return Map.of("offerId", offer, "slotStart", start.toString());
    }

    static int count(String rows, Object parameter) {
        return TestTown.jdbc()
                .sql("select count(*) from " + rows)
                .param(parameter)
                .query(Integer.class)
                .single();
    }

    /** An appointment of so many minutes with somebody of the salon; alongside others, or by itself. */
    static NewOffer service(TestSalon salon, int minutes, StaffId by, @Nullable String resource, boolean alongside) {
        var haircut = salon.haircut();
        return new NewOffer(
                null,
                haircut.place(),
                haircut.pack(),
                haircut.title(),
                haircut.description(),
                haircut.price(),
                Duration.ofMinutes(minutes),
                Duration.ZERO,
                Duration.ZERO,
                resource,
                haircut.attributes(),
                Set.of(by),
                haircut.mode(),
                new Appointment(alongside),
                haircut.menu(),
                true);
    }

    UUID offer(NewOffer wanted) {
        return switch (offers.write(wanted)) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
