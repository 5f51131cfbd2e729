package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offers;

/**
 * A day never gives more than it has, however many buy at one time. Two defences see to it, the lock on the day's row
 * and the constraint; with both switched off, these tests must see the oversell that they are there to see.
 */
@SupplyTest
class DayRaceTests {

    /** Saturday, when it begins in Willow Creek. */
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    private static final String CONSTRAINT = "never_more_than_there_are";

    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestSalon house = TestSalon.with(1, 0).asRestaurant();

    DayRaceTests(Bookings bookings, ApplicationContext town, Atomically atomically, Offers offers, TestClock clock) {
        this.bookings = bookings;
        this.town = town;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @AfterEach
    void theConstraintIsBack() {
        owner.execute("delete from booking.day_claim where region_id >= 999000");
        owner.execute("delete from booking.day_capacity where region_id >= 999000");
        owner.execute("alter table booking.day_capacity drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.day_capacity add constraint " + CONSTRAINT + " check (taken <= capacity)");
    }

    @Test
    void ofTwoHundredBuyersOfTenCoversExactlyTenGetOne() {
        assertThat(buyers(200, bookings)).isEqualTo(10);
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void withoutTheConstraintTheLockAloneNeverOversells() {
        owner.execute("alter table booking.day_capacity drop constraint " + CONSTRAINT);
        assertThat(buyers(200, bookings)).isEqualTo(10);
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverOversells() {
        assertThat(buyers(200, unlocked(new CountDownLatch(12)))).isBetween(1, 10);
        assertThat(taken()).isBetween(1, 10);
    }

    @Test
    void withoutBothDefencesTheTestSeesTheOversell() {
        owner.execute("alter table booking.day_capacity drop constraint " + CONSTRAINT);
        assertThatThrownBy(() -> assertThat(buyers(200, unlocked(new CountDownLatch(12))))
                        .isEqualTo(10))
                .isInstanceOf(AssertionError.class);
        assertThat(taken()).isGreaterThan(10);
    }

    /** How many of so many buyers of the same day got it. */
    private int buyers(int count, Bookings through) {
        var menu = Counter.offered(offers, house.setMenu(10));
        var counter = new Counter(through, atomically, clock);
        var got = new AtomicInteger();
        Race.of(IntStream.range(0, count).mapToObj(i -> () -> {
            if (counter.hold(house.order(), menu, SATURDAY, 1) instanceof Outcome.Done) {
                got.incrementAndGet();
            }
        }));
        return got.get();
    }

    /** Bookings that count a day without locking it; the first so many wait for each other between counting and taking. */
    private Bookings unlocked(CountDownLatch counted) {
        var days = new DayClaims(TestTown.jdbc()) {
            @Override
            Map<OfferDay, Integer> lock(SequencedCollection<OfferDay> wanted) {
                var before = taken(wanted, "");
                var all = before.isEmpty() ? super.lock(wanted) : before;
                counted.countDown();
                await(counted);
                return all;
            }
        };
        return OtherBookings.of(town)
                .with(OtherBookings.noCalendar())
                .with(new DayBookings(days))
                .bookings();
    }

    private int taken() {
        var taken = owner.queryForObject(
                "select coalesce(sum(units), 0)::int from booking.day_claim where place_id = ?",
                Integer.class,
                house.place().value());
        return taken == null ? 0 : taken;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
