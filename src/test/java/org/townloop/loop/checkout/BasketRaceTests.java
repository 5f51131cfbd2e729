package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.LoopClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Intents;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** Baskets that want the same things at one moment, in whatever order they name them. */
@TownTest
class BasketRaceTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");
    private static final int RIVALS = 8;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Holds holds;

    @Autowired
    Drafts drafts;

    @Autowired
    Bookings bookings;

    @Autowired
    Intents intents;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon here;
    private TestSalon there;
    private UUID cutHere;
    private UUID cutThere;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        here = TestSalon.with(1, 1);
        there = TestSalon.with(1, 1);
        cutHere = offer(here);
        cutThere = offer(there);
    }

    @Rounds
    void ofBasketsThatCrossOneGetsAllAndTheOthersNothing() {
        for (int round = 0; round < 5; round++) {
            var start = SATURDAY.plusSeconds(3_600L * round).minusSeconds(4 * 3_600);
            var statuses = new ConcurrentLinkedQueue<Integer>();

            Race.of(IntStream.range(0, RIVALS).mapToObj(rival -> () -> {
                var items = List.of(cutHere, cutThere);
                statuses.add(hold(rival % 2 == 0 ? items : items.reversed(), start));
            }));

            assertThat(statuses).hasSize(RIVALS).containsOnlyOnce(201).containsOnly(201, 409);
            assertThat(held(here, start)).isOne();
            assertThat(held(there, start)).isOne();
            assertThat(audit.run()).isEqualTo(before);
        }
    }

    /** What holds the test above: all calendars are locked first, in one order. One item after the other, they deadlock. */
    @Rounds
    void oneItemAfterTheOtherBasketsThatCrossWouldDeadlock() {
        var between = new CyclicBarrier(2);
        var deadlocks = new ConcurrentLinkedQueue<Exception>();

        Race.of(Stream.of(List.of(cutHere, cutThere), List.of(cutThere, cutHere))
                .map(items -> () -> {
                    try {
                        oneAfterTheOther(items, between);
                    } catch (ConcurrencyFailureException e) {
                        deadlocks.add(e);
                    }
                }));

        assertThat(deadlocks).isNotEmpty();
    }

    private void oneAfterTheOther(List<UUID> items, CyclicBarrier between) {
        var buyer = new Buyer(new PersonId(TestPeople.resident(here.region()).id()), Pays.ESCROW, Holds.KEPT, true);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            hold(buyer, items.get(0));
            await(between);
            hold(buyer, items.get(1));
            status.setRollbackOnly();
        });
    }

    private void hold(Buyer buyer, UUID offer) {
        var wish = new HoldOrder(new OfferId(offer), SATURDAY, 1, Map.of());
        switch (drafts.draft(buyer, wish, holds.offer(wish), SATURDAY, clock.instant())) {
            case Outcome.Done<Draft>(var draft) -> bookings.hold(List.of(draft.request()));
            case Outcome.Refused<Draft>(var refusal) -> throw new AssertionError(refusal);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    /** The gateway says the same several times at once, and its customer lets go of an order and moves the other. */
    @Rounds
    void aPaymentThatIsToldOftenWhileItsOrdersAreTouchedCountsOnce() throws IOException {
        for (int round = 0; round < 3; round++) {
            var start = SATURDAY.plusSeconds(3_600L * round);
            var resident = TestPeople.resident(here.region());
            var basket = client.post(resident, "/api/orders", "h", items(List.of(cutHere, cutThere), start));
            var orders = basket.body()
                    .path("orders")
                    .valueStream()
                    .map(order -> UUID.fromString(order.path("id").asString()))
                    .toList();
            var page = client.post(
                            resident,
                            "/api/baskets/" + basket.text("basketId") + "/payments",
                            "p",
                            Map.of("gateway", "sandbox"))
                    .text("redirectUrl");

            Race.of(Stream.of(
                    () -> press(page),
                    () -> ask(resident, "/api/orders/" + orders.get(0) + "/cancellation", Map.of()),
                    () -> press(page),
                    () -> ask(
                            resident,
                            "/api/orders/" + orders.get(1) + "/move",
                            Map.of("slotStart", start.plusSeconds(86_400).toString()))));

            client.order(resident, orders.get(1), "PAID");
            assertThat(captured(orders)).containsOnly(12_800L);
            assertThat(intents.of(orders.get(0)).getFirst().shares()).hasSize(2);
            assertThat(audit.run()).isEqualTo(before);
        }
    }

    private List<Long> captured(List<UUID> orders) {
        return TestTown.jdbc()
                .sql("select captured from ledger.order_total where order_id = any (?)")
                .param(orders.toArray(UUID[]::new))
                .query((row, number) -> row.getLong("captured"))
                .list();
    }

    private void press(String page) {
        try {
            client.press(page, "succeed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(TestPeople who, String path, Map<String, ?> body) {
        try {
            client.post(who, path, "k", body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int hold(List<UUID> offers, Instant start) {
        try {
            return client.post(TestPeople.resident(here.region()), "/api/orders", "k", items(offers, start))
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> items(List<UUID> offers, Instant start) {
        return Map.of(
                "items",
                offers.stream()
                        .map(offer -> Map.of("offerId", offer, "slotStart", start.toString()))
                        .toList());
    }

    private static int held(TestSalon salon, Instant start) {
        return TestTown.jdbc()
                .sql("select count(*) from ordering.orders where place_id = ? and starts_at = ? and state = 'HELD'")
                .params(salon.place().value(), start.atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private UUID offer(TestSalon at) {
        return switch (offers.write(at.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
