package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A move and a hold at one place take their locks in one order: neither is ever the victim of the other. */
@SupplyTest
class MoveLockTests {

    /** When Saturday and Sunday begin in Willow Creek. */
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    private static final Instant SUNDAY = SATURDAY.plus(Duration.ofDays(1));
    private static final int ROUNDS = 15;

    private final Bookings bookings;
    private final Offers offers;
    private final TransactionTemplate once;
    private final Counter counter;
    private final TestClock clock;
    private final AtomicInteger deadlocks = new AtomicInteger();

    MoveLockTests(
            Bookings bookings,
            Offers offers,
            Atomically atomically,
            PlatformTransactionManager transactions,
            TestClock clock) {
        this.bookings = bookings;
        this.offers = offers;
        this.once = new TransactionTemplate(transactions);
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
    }

    @Test
    void movesAndHoldsNeverDeadlock() {
        clock.set(TestClock.START);
        var before = deadlocksOfTheDatabase();
        for (int round = 0; round < ROUNDS; round++) {
            var salon = TestSalon.with(1, 0).asRestaurant();
            var menu = Counter.offered(offers, salon.setMenu(10));
            var one = booked(salon, menu, SATURDAY);
            var other = booked(salon, menu, SUNDAY);
            Race.of(
                    6,
                    hand -> inOneTransaction(() -> switch (hand) {
                        case 0 -> bookings.move(List.of(request(one, menu, SUNDAY)));
                        case 1 -> bookings.move(List.of(request(other, menu, SATURDAY)));
                        default ->
                            bookings.hold(List.of(request(salon.order(), menu, hand % 2 == 0 ? SATURDAY : SUNDAY)));
                    }));
        }
        assertThat(deadlocks).hasValue(0);
        assertThat(deadlocksOfTheDatabase()).isEqualTo(before);
    }

    /** Freeing first and locking the calendar then: the hold waits for the day that was freed, and the move for the hold. */
    @Test
    void inTheOldOrderOfLocksTheTestSeesTheDeadlock() throws InterruptedException {
        clock.set(TestClock.START);
        var salon = TestSalon.with(1, 0).asRestaurant();
        var menu = Counter.offered(offers, salon.setMenu(10));
        var order = booked(salon, menu, SATURDAY);
        var freed = new CountDownLatch(1);
        var mover = Thread.ofVirtual()
                .start(() -> inOneTransaction(() -> {
                    bookings.release(List.of(order));
                    freed.countDown();
                    holdIsWaiting();
                    return bookings.hold(List.of(request(order, menu, SUNDAY)));
                }));
        freed.await(10, TimeUnit.SECONDS);
        inOneTransaction(() -> bookings.hold(List.of(request(salon.order(), menu, SATURDAY))));
        mover.join();
        assertThat(deadlocks).hasValue(1);
    }

    private UUID booked(TestSalon salon, Offer offer, Instant start) {
        var order = salon.order();
        counter.held(order, offer, start, 1);
        counter.confirm(order);
        return order;
    }

    private HoldRequest request(UUID order, Offer offer, Instant start) {
        return counter.request(order, 0, offer, start, 1);
    }

    /** Without the retry that hides a deadlock from whoever asks. */
    private boolean inOneTransaction(Supplier<Outcome<List<Claimed>>> work) {
        try {
            return Boolean.TRUE.equals(once.execute(status -> {
                var done = work.get() instanceof Outcome.Done<?>;
                if (!done) {
                    status.setRollbackOnly();
                }
                return done;
            }));
        } catch (PessimisticLockingFailureException e) {
            deadlocks.incrementAndGet();
            return false;
        }
    }

    /** The hold has the calendar and waits for the day that the other has locked. */
    private static void holdIsWaiting() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestTown.jdbc().sql("""
                    select count(*) from pg_locks where not granted and pid <> pg_backend_pid()
                    """).query(Integer.class).single() > 0);
    }

    private static long deadlocksOfTheDatabase() {
        return TestTown.jdbc()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
