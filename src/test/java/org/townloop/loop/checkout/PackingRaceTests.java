package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.checkout.GoodsDay.wish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/**
 * Packing, calling off and the scan at the door at one moment: one of them is first, and the others take what it has left.
 * The lock on the order sees to that; without it they all believe that they are first, and only the books stop them.
 */
@TownTest
class PackingRaceTests {

    private static final int RACES = 8;
    private static final long TOTAL = 2 * 1_480 + 350 + 300;
    private static final List<Packed> NO_EGGS = List.of(new Packed(1, 0, null, 0));

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Packing packing;

    @Autowired
    Cancelling cancelling;

    @Autowired
    Orders orders;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Refunds refunds;

    @Autowired
    Ledger ledger;

    @Autowired
    Audit audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private GoodsDay day;
    private Offer eggs;
    private Offer carrots;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        day = GoodsDay.open(port, offers, checkouts);
        eggs = day.article("Eggs", 1_480, null);
        carrots = day.article("Carrots", 350, null);
    }

    @Rounds
    void packingAndTheScanAtTheDoorLetOneOfThemBeFirst() throws IOException {
        for (int race = 0; race < RACES; race++) {
            clock.set(TestClock.START);
            var order = paid();
            var token = day.client().tokens(day.resident(), order.value()).getFirst();
            clock.set(GoodsDay.TEN);
            var owner = day.grocer().owner();
            Race.of(Stream.of(
                    () -> packing.pack(owner, order, NO_EGGS),
                    () -> scan(token),
                    () -> packing.pack(owner, order, NO_EGGS)));
            var back = deliveries.of(order).orElseThrow().state().isDone() ? 2 * 1_480 : 0;
            var money = ledger.of(order.value()).orElseThrow();
            assertThat(money.refunded().minor()).isEqualTo(back);
            assertThat(money.released().minor()).isEqualTo(TOTAL - back);
            assertThat(refunds.of(order.value())).hasSize(back == 0 ? 0 : 1);
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    @Rounds
    void withTheLockWhoComesSecondIsToldSo() throws IOException {
        var order = paid();
        assertThat(both(order, orders::lock)).hasSize(1).allMatch(said -> said instanceof CheckoutReason);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The control: the books alone keep the money right, but sooner or later somebody is not told why. */
    @Test
    void withoutTheLockBothGoAheadUntilTheBooksRefuse() throws IOException {
        var isToldWhy = true;
        for (int race = 0; race < 2 * RACES && isToldWhy; race++) {
            var order = paid();
            isToldWhy = both(order, orders::get).stream().allMatch(said -> said instanceof CheckoutReason);
            var money = ledger.of(order.value()).orElseThrow();
            assertThat(money.refunded().minor()).isIn(0L, 2 * 1_480L, TOTAL);
        }
        assertThat(isToldWhy).isFalse();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** What those were told who did not succeed: a reason, or what was thrown. */
    private List<Object> both(OrderId id, Function<OrderId, Order> read) {
        var ready = new CyclicBarrier(2);
        var refused = new ConcurrentLinkedQueue<Object>();
        Race.of(Stream.<Function<Order, Outcome<OrderId>>>of(
                        order -> packing.pack(order, NO_EGGS), order -> cancelling.cancel(order))
                .map(act -> () -> attempt(id, read, act, ready, refused)));
        return List.copyOf(refused);
    }

    private void attempt(
            OrderId id,
            Function<OrderId, Order> read,
            Function<Order, Outcome<OrderId>> act,
            CyclicBarrier ready,
            ConcurrentLinkedQueue<Object> refused) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                var order = read.apply(id);
                Barriers.meet(ready);
                if (act.apply(order) instanceof Outcome.Refused<OrderId>(var why)) {
                    refused.add(why.reason());
                    status.setRollbackOnly();
                }
            });
        } catch (RuntimeException e) {
            refused.add(e);
        }
    }

    private OrderId paid() throws IOException {
        return day.paid(wish(eggs, 2, null), wish(carrots, 1, null));
    }

    private void scan(String token) {
        try {
            day.scanned(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
