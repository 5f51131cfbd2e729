package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
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
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;

/**
 * A session never seats more than it has seats, however many buy at one time. Two defences see to it, the lock on the row
 * of the lot and the constraint; with both switched off, these tests must see the oversell that they are there to see.
 */
@SupplyTest
class LotRaceTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");
    private static final String CONSTRAINT = "never_more_than_the_lot";

    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestSalon school = TestSalon.with(1, 0);

    LotRaceTests(Bookings bookings, ApplicationContext town, Atomically atomically, Offers offers, TestClock clock) {
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
    void ofTwoHundredBuyersOfTenSeatsExactlyTenGetOne() {
        assertThat(buyers(200, bookings)).isEqualTo(10);
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void withoutTheConstraintTheLockAloneNeverOversells() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        assertThat(buyers(200, bookings)).isEqualTo(10);
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverOversells() {
        assertThat(buyers(200, UnlockedLots.of(town, new CountDownLatch(12)))).isBetween(1L, 10L);
        assertThat(taken()).isBetween(1, 10);
    }

    @Test
    void withoutBothDefencesTheTestSeesTheOversell() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        assertThatThrownBy(() -> assertThat(buyers(200, UnlockedLots.of(town, new CountDownLatch(12))))
                        .isEqualTo(10))
                .isInstanceOf(AssertionError.class);
        assertThat(taken()).isGreaterThan(10);
    }

    private long buyers(int count, Bookings through) {
        owner.update(
                "update merchant.place set trade = 'classes' where id = ?",
                school.place().value());
        var session = new Session(10, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of());
        var yoga =
                Counter.offered(offers, TestOffers.yoga(school, school.staff().getFirst(), session));
        var counter = new Counter(through, atomically, clock);
        return Race.of(count, hand -> counter.hold(school.order(), yoga, FRIDAY, 1) instanceof Outcome.Done).stream()
                .filter(got -> got)
                .count();
    }

    private int taken() {
        var taken = owner.queryForObject(
                "select coalesce(sum(units), 0)::int from booking.lot_claim where place_id = ?",
                Integer.class,
                school.place().value());
        return taken == null ? 0 : taken;
    }
}
