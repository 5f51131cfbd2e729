package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
import org.townloop.supply.TestGrocer;
import org.townloop.supply.offer.Offers;

/**
 * A window never takes more orders than a round can carry, whatever is in them and however many order at one time. Two
 * defences see to it, the lock on the row of the lot and the constraint; with both switched off, these tests must see the
 * oversell that they are there to see.
 */
@SupplyTest
class WindowRaceTests {

    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-27T02:00:00Z");
    private static final String CONSTRAINT = "never_more_than_the_lot";

    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestGrocer grocer = TestGrocer.with(10);

    WindowRaceTests(Bookings bookings, ApplicationContext town, Atomically atomically, Offers offers, TestClock clock) {
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
        owner.execute("delete from booking.lot_claim where region_id >= 999000");
        owner.execute("delete from booking.lot where region_id >= 999000");
        owner.execute("alter table booking.lot drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.lot add constraint " + CONSTRAINT + " check (taken <= capacity)");
    }

    @Test
    void ofTwoHundredOrdersForAWindowOfTenExactlyTenGoIn() {
        assertThat(orders(200, bookings)).isEqualTo(10);
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void withoutTheConstraintTheLockAloneNeverOverfillsIt() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        assertThat(orders(200, bookings)).isEqualTo(10);
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverOverfillsIt() {
        assertThat(orders(200, unlocked())).isBetween(1L, 10L);
        assertThat(taken()).isBetween(1, 10);
    }

    @Test
    void withoutBothDefencesTheTestSeesTheOversell() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        assertThatThrownBy(() -> assertThat(orders(200, unlocked())).isEqualTo(10))
                .isInstanceOf(AssertionError.class);
        assertThat(taken()).isGreaterThan(10);
    }

    /** Each has two articles in it, and takes the window once. */
    private long orders(int count, Bookings through) {
        var carrots = Counter.offered(offers, grocer.article("Carrots", 350, null));
        var eggs = Counter.offered(offers, grocer.article("Eggs", 1_480, null));
        var counter = new Counter(through, atomically, clock);
        return Race.of(count, hand -> {
                    var order = grocer.house().order();
                    return counter.hold(List.of(
                                    counter.request(order, 1, carrots, FRIDAY_AT_TEN, 3),
                                    counter.request(order, 2, eggs, FRIDAY_AT_TEN, 1)))
                            instanceof Outcome.Done;
                })
                .stream()
                .filter(got -> got)
                .count();
    }

    private Bookings unlocked() {
        return UnlockedLots.of(town, new CountDownLatch(12));
    }

    private int taken() {
        var taken = owner.queryForObject(
                "select coalesce(sum(units), 0)::int from booking.lot_claim where place_id = ?",
                Integer.class,
                grocer.house().place().value());
        return taken == null ? 0 : taken;
    }
}
