package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;

/** Many who want the same at once: a few at a time ask the calendar, and what is full is told from memory. */
@TownTest
class HoldQueueTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    @Autowired
    HoldQueue queue;

    @Autowired
    Checkouts checkouts;

    @Autowired
    BasketCheckouts baskets;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private TestSalon salon;
    private Offer haircut;
    private Actor crowd;

    @BeforeEach
    void oneChair() {
        clock.set(TestClock.START);
        salon = TestSalon.with(1, 1);
        haircut = ((Outcome.Done<Offer>) offers.write(salon.haircut())).value();
        crowd = resident();
    }

    /** The log tells this process, too, of what it has done itself: in that moment it asks once more. */
    @Test
    void whenTheChairIsTakenTheCalendarIsNotAskedAgain() {
        assertThat(hold(resident(), "a")).isInstanceOf(Outcome.Done.class);

        Awaitility.await().untilAsserted(() -> {
            assertThat(why(hold(resident(), "b"))).isEqualTo(BookingReason.SLOT_TAKEN);
            assertThat(why(queued("c", () -> Outcome.refused(CheckoutReason.HOLDS_TOO_MANY))))
                    .as("from memory, not by what was asked")
                    .isEqualTo(BookingReason.SLOT_TAKEN);
        });
    }

    @Test
    void whoHasTheChairGetsTheSameAnswerAgain() {
        var first = resident();
        var order = hold(first, "a");
        hold(resident(), "b");

        assertThat(hold(first, "a")).isEqualTo(order);
    }

    @Test
    void aChairThatIsLetGoOfIsHadByTheNextAtOnce() {
        var first = resident();
        var order = ((Outcome.Done<Order>) hold(first, "a")).value();
        assertThat(why(hold(resident(), "b"))).isEqualTo(BookingReason.SLOT_TAKEN);

        checkouts.cancel(first, order.id(), "off");
        assertThat(hold(resident(), "c")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aHoldThatRanOutIsHadByTheNext() {
        hold(resident(), "a");
        assertThat(why(hold(resident(), "b"))).isEqualTo(BookingReason.SLOT_TAKEN);

        clock.set(TestClock.START.plus(Holds.KEPT));
        assertThat(hold(resident(), "c")).isInstanceOf(Outcome.Done.class);
    }

    /** It begins whenever it is asked for; the next asks a moment later. */
    @Test
    void ofWhatIsOpenedOnlineItIsRememberedThatNothingIsLeft() {
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'online-only' where id = ?")
                .param(salon.place().value())
                .update();
        var codes = ((Outcome.Done<Offer>) offers.write(TestOffers.online(salon, Online.Gives.CODE))).value();
        assertThat(why(asked(codes, 0, () -> Outcome.refused(BookingReason.SOLD_OUT))))
                .isEqualTo(BookingReason.SOLD_OUT);
        assertThat(why(asked(codes, 20, () -> {
                    throw new AssertionError("the calendar was asked");
                })))
                .isEqualTo(BookingReason.SOLD_OUT);
    }

    private Outcome<Order> asked(Offer online, int millisLater, Supplier<Outcome<Order>> hold) {
        var start = clock.instant().plusMillis(millisLater);
        var call = new Idempotency.Call(crowd.person().value(), "hold", "at " + start, List.of(start));
        var wish = new HoldOrder(online.id(), null, 1, Map.of());
        return queue.hold(new HoldAsked(crowd, wish, online, start, call), HoldQueue.PATIENCE, hold);
    }

    @Test
    void aFewAtATimeAskTheCalendar() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var together = new CyclicBarrier(HoldQueue.AT_ONCE);
        var keys = new AtomicInteger();
        Callable<Outcome<Order>> ask = () -> queued("key " + keys.incrementAndGet(), () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            meet(together);
            inside.decrementAndGet();
            return Outcome.refused(CheckoutReason.HOLDS_TOO_MANY);
        });
        var all = new ArrayList<Callable<Outcome<Order>>>();
        for (int i = 0; i < 10 * HoldQueue.AT_ONCE; i++) {
            all.add(ask);
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : people.invokeAll(all)) {
                assertThat(why(each.get())).isEqualTo(CheckoutReason.HOLDS_TOO_MANY);
            }
        }
        assertThat(most.get()).isEqualTo(HoldQueue.AT_ONCE);
    }

    @Test
    void whoComesWhenTooManyWaitIsAskedToComeAgain() throws Exception {
        var open = new CountDownLatch(1);
        var waiting = new CountDownLatch(HoldQueue.AT_ONCE);
        var refused = new ConcurrentLinkedQueue<Reason>();
        var over = 5;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < HoldQueue.AT_ONCE; i++) {
                var key = "first " + i;
                people.submit(() -> queued(key, () -> {
                    waiting.countDown();
                    await(open);
                    return Outcome.refused(BookingReason.SLOT_TAKEN);
                }));
            }
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            var rest = new CountDownLatch(over);
            for (int i = 0; i < HoldQueue.MOST_WAITING + over; i++) {
                var key = "then " + i;
                people.submit(() -> {
                    var reason = why(queued(key, () -> Outcome.refused(BookingReason.SLOT_TAKEN)));
                    if (reason == CheckoutReason.RUSH) {
                        refused.add(reason);
                        rest.countDown();
                    }
                });
            }
            var come = rest.await(20, TimeUnit.SECONDS);
            var basket = baskets.hold(resident(), List.of(wanted()), "basket");
            var list = checkouts.holdTogether(resident(), List.of(wanted()), "list");
            open.countDown();
            assertThat(come).isTrue();
            assertThat(why(basket)).isEqualTo(CheckoutReason.RUSH);
            assertThat(why(list)).isEqualTo(CheckoutReason.RUSH);
        }
        assertThat(refused).hasSizeGreaterThanOrEqualTo(over);
    }

    private Outcome<Order> hold(Actor actor, String key) {
        return checkouts.hold(actor, wanted(), key);
    }

    private HoldOrder wanted() {
        return new HoldOrder(haircut.id(), SATURDAY, 1, Map.of());
    }

    private Outcome<Order> queued(String key, Supplier<Outcome<Order>> hold) {
        var call = new Idempotency.Call(crowd.person().value(), "hold", key, List.of(key));
        return queue.hold(new HoldAsked(crowd, wanted(), haircut, SATURDAY, call), HoldQueue.PATIENCE, hold);
    }

    private Actor resident() {
        var person = new PersonId(TestPeople.resident(salon.region()).id());
        return new Actor(person, "Lin", salon.region(), Locale.CHINA, List.of());
    }

    private static <T> Reason why(Outcome<T> outcome) {
        return ((Outcome.Refused<T>) outcome).refusal().reason();
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("they were not let in together", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
