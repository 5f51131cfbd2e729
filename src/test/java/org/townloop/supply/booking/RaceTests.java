package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/**
 * Nobody is in two places at once, however many book at one time. Two defences see to it, the lock on the calendar and
 * the constraint; with both switched off, these tests must see the oversell that they are there to see.
 */
@SupplyTest
class RaceTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final String CONSTRAINT = "never_in_two_places_at_once";

    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    RaceTests(Bookings bookings, ApplicationContext town, Atomically atomically, Offers offers, TestClock clock) {
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
        owner.execute("delete from booking.claim where region_id >= 999000");
        owner.execute("alter table booking.claim drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.claim add constraint " + CONSTRAINT
                + " exclude using gist (region_id with =, subject_id with =, during with &&)");
    }

    @Rounds
    void ofTwoHundredBuyersOfTenChairsExactlyTenGetOne() throws Exception {
        var salon = TestSalon.with(10, 10);
        assertThat(buyers(200, salon, bookings)).isEqualTo(10);
        assertThat(claimsAt(salon.place())).isEqualTo(20);
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverOversells() throws Exception {
        var salon = TestSalon.with(10, 10);
        assertThat(buyers(200, salon, Unlocked.bookings(town, 0))).isBetween(1L, 10L);
        assertThat(doubleBookings(salon.place())).isZero();
    }

    @Test
    void withoutBothDefencesTheTestSeesTheOversell() throws Exception {
        owner.execute("alter table booking.claim drop constraint " + CONSTRAINT);
        var salon = TestSalon.with(10, 10);
        assertThatThrownBy(() -> assertThat(buyers(200, salon, Unlocked.bookings(town, 12)))
                        .isEqualTo(10))
                .isInstanceOf(AssertionError.class);
        assertThat(doubleBookings(salon.place())).isPositive();
    }

    @Rounds
    void ofTwoBookingsThatOverlapInOneChairOneIsMade() throws Exception {
        var salon = TestSalon.with(2, 1);
        assertThat(overlapping(salon, bookings)).isEqualTo(1);
    }

    @Test
    void withoutTheLockTheConstraintStillLeavesOnlyOne() throws Exception {
        var salon = TestSalon.with(2, 1);
        assertThat(overlapping(salon, Unlocked.bookings(town, 2))).isEqualTo(1);
    }

    @Test
    void withoutBothDefencesTheChairIsTakenTwice() throws Exception {
        owner.execute("alter table booking.claim drop constraint " + CONSTRAINT);
        var salon = TestSalon.with(2, 1);
        assertThat(overlapping(salon, Unlocked.bookings(town, 2))).isEqualTo(2);
        assertThat(doubleBookings(salon.place())).isPositive();
    }

    @Rounds
    void aPaymentAndWhoeverWantsTheTimeOfItsExpiredHoldNeverSplitTheOrder() throws Exception {
        var salon = TestSalon.with(4, 4);
        var haircut = Counter.offered(offers, salon.haircut());
        var counter = new Counter(bookings, atomically, clock);
        for (int round = 0; round < 20; round++) {
            var order = salon.order();
            counter.held(order, haircut, THREE, 4);
            clock.move(Counter.HOLD);
            var confirmed = together(List.of(
                    () -> counter.confirm(order),
                    () -> counter.hold(salon.order(), haircut, THREE.plus(Duration.ofMinutes(30)), 4)
                            instanceof Outcome.Refused));
            assertThat(claimsOf(order)).isEqualTo(confirmed.getFirst() ? 8 : 0);
            owner.execute("delete from booking.claim where region_id >= 999000");
        }
    }

    /** How many of so many buyers of the same time got it. */
    private long buyers(int count, TestSalon salon, Bookings through) throws Exception {
        var haircut = Counter.offered(offers, salon.haircut());
        var counter = new Counter(through, atomically, clock);
        return together(IntStream.range(0, count)
                        .<Callable<Boolean>>mapToObj(i -> () -> isDone(counter.hold(salon.order(), haircut, THREE, 1)))
                        .toList())
                .stream()
                .filter(got -> got)
                .count();
    }

    /** How many of two bookings got the only chair, the second half an hour after the first began. */
    private long overlapping(TestSalon salon, Bookings through) throws Exception {
        Offer haircut = Counter.offered(offers, salon.haircut());
        var counter = new Counter(through, atomically, clock);
        var half = Duration.ofMinutes(30);
        return together(List.<Callable<Boolean>>of(
                        () -> isDone(counter.hold(salon.order(), haircut, THREE, 1)),
                        () -> isDone(counter.hold(salon.order(), haircut, THREE.plus(half), 1))))
                .stream()
                .filter(got -> got)
                .count();
    }

    private static List<Boolean> together(List<Callable<Boolean>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            var results = new ArrayList<Boolean>();
            for (var future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }

    private static boolean isDone(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done;
    }

    private int claimsAt(PlaceId place) {
        return count("select count(*) from booking.claim where place_id = ?", place.value());
    }

    private int claimsOf(UUID order) {
        return count("select count(*) from booking.claim where order_id = ?", order);
    }

    /** The test's own eye: pairs of claims of the same subject that overlap. */
    private int doubleBookings(PlaceId place) {
        return count("""
            select count(*) from booking.claim a
            join booking.claim b on a.subject_id = b.subject_id and a.during && b.during and a.ctid < b.ctid
            where a.place_id = ?
            """, place.value());
    }

    private int count(String sql, UUID id) {
        var count = owner.queryForObject(sql, Integer.class, id);
        return count == null ? 0 : count;
    }
}
