package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Two hands on one thing at one moment. */
@TownTest
class CheckoutRaceTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");
    private static final int RIVALS = 16;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    /** What tests of single modules have left in the tables they share. */
    private List<Broken> before;

    private LoopClient client;
    private TestSalon salon;
    private TestPeople resident;
    private UUID haircut;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(RIVALS, RIVALS);
        resident = TestPeople.resident(salon.region());
        haircut = offer();
    }

    @Rounds
    void aDoubleClickMakesOneOrder() {
        var orders = holds(rival -> "same");

        assertThat(orders).hasSize(RIVALS);
        assertThat(orders.stream().distinct()).hasSize(1);
    }

    /** What holds the test above: the key. With a key each, every click is an order. */
    @Test
    void withoutTheKeyEachClickWouldMakeAnOrder() {
        var orders = holds(rival -> "key " + rival);

        assertThat(orders.stream().distinct()).hasSize(RIVALS);
    }

    @Rounds
    void theSameKeyForSomethingElseIsRefused() throws IOException {
        client.hold(resident, haircut, SATURDAY, "k");

        var other = client.hold(resident, haircut, SATURDAY.plusSeconds(3600), "k");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:townloop:problem:key-reused");
        assertThat(other.text("field")).isEqualTo("Idempotency-Key");
    }

    @Rounds
    void aPriceThatTheCallerNamesIsNotRead() throws IOException {
        var wanted = new HashMap<String, Object>(
                Map.of("offerId", haircut, "slotStart", SATURDAY.toString(), "quantity", 2));
        wanted.put("price", Map.of("minor", 1, "currency", "CNY"));
        wanted.put("total", 1);

        var order = client.post(resident, "/api/orders", "k", wanted);
        assertThat(order.body().at("/total/minor").asLong()).isEqualTo(25_600);
    }

    @Rounds
    void aQuantityBelowOneOrWithoutMeasureIsRefusedByName() throws IOException {
        for (var quantity : new int[] {-1, 0, 21, Integer.MIN_VALUE}) {
            var refused = client.post(
                    resident,
                    "/api/orders",
                    "q" + quantity,
                    Map.of("offerId", haircut, "slotStart", SATURDAY.toString(), "quantity", quantity));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("field")).isEqualTo("quantity");
        }
        assertThat(count("ordering.orders where resident_id = ?", resident.id()))
                .isZero();
    }

    @Rounds
    void oneVoucherAtManyCountersIsRedeemedOnce() throws IOException {
        var order = paid();
        var token = client.tokens(resident, order).getFirst();
        var verdicts = new ConcurrentLinkedQueue<String>();

        Race.of(IntStream.range(0, RIVALS).mapToObj(rival -> {
            var counter = TestPeople.counterOf(salon);
            return () -> verdicts.add(verdict(counter, token));
        }));

        assertThat(verdicts).hasSize(RIVALS).containsOnlyOnce("REDEEMED");
        assertThat(verdicts.stream().filter("ALREADY_REDEEMED"::equals)).hasSize(RIVALS - 1);
        assertThat(count("visit.visit where order_id = ?", order)).isOne();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Rounds
    void cancellingAndRedeemingAtOnceLetsOneWin() throws IOException {
        for (int round = 0; round < 5; round++) {
            var order = paid();
            var token = client.tokens(resident, order).getFirst();
            var counter = TestPeople.counterOf(salon);

            Race.of(java.util.stream.Stream.of(() -> verdict(counter, token), () -> cancel(order)));

            var state = client.order(resident, order).text("state");
            var redeemed = count("voucher.voucher where state = 'REDEEMED' and order_id = ?", order);
            assertThat(redeemed).isEqualTo(state.equals("SETTLED") ? 1 : 0);
            assertThat(audit.run()).isEqualTo(before);
        }
    }

    private Queue<UUID> holds(java.util.function.IntFunction<String> key) {
        var orders = new ConcurrentLinkedQueue<UUID>();
        Race.of(IntStream.range(0, RIVALS).mapToObj(rival -> () -> {
            try {
                orders.add(client.hold(resident, haircut, SATURDAY, key.apply(rival))
                        .id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return orders;
    }

    private String verdict(TestPeople counter, String token) {
        try {
            return client.redeem(counter, token, "n").path("outcome").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cancel(UUID order) {
        try {
            client.cancel(resident, order, "c");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID paid() throws IOException {
        var order = client.hold(resident, haircut, SATURDAY, UUID.randomUUID().toString())
                .id();
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return order;
    }

    private static int count(String rows, Object parameter) {
        return TestTown.jdbc()
                .sql("select count(*) from " + rows)
                .param(parameter)
                .query(Integer.class)
                .single();
    }

    private UUID offer() {
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
