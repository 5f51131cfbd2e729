package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestTaxis;
import org.townloop.supply.offer.Offers;

/**
 * No driver and no vehicle is sent to two doors at once, however many ask for the same time. Five drivers take one ride each
 * out of a house within the window. The lock of the calendar and the constraint see to it; with both switched off, these
 * tests must see drivers on two rides at once.
 */
@SupplyTest
class RideRaceTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final Point HOUSE = new Point(30.28, 119.72);
    private static final Point STATION = new Point(30.31, 119.74);
    private static final String CONSTRAINT = "never_in_two_places_at_once";

    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestTaxis firm = TestTaxis.with(5, 5);

    RideRaceTests(Bookings bookings, ApplicationContext town, Atomically atomically, Offers offers, TestClock clock) {
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
        owner.execute("delete from booking.job where region_id >= 999000");
        owner.execute("alter table booking.claim drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.claim add constraint " + CONSTRAINT
                + " exclude using gist (region_id with =, subject_id with =, during with &&)");
    }

    @Test
    void ofTwoHundredWhoWantToGoAtOnceExactlyFiveAreTaken() {
        assertThat(buyers(bookings)).isEqualTo(5);
        assertThat(count("select count(*)::int from booking.claim where place_id = ?"))
                .isEqualTo(10);
        assertThat(count("select count(*)::int from booking.job where place_id = ?"))
                .isEqualTo(5);
        assertThat(inTwoPlaces()).isZero();
    }

    @Test
    void withoutTheConstraintTheLockAloneSendsNobodyTwice() {
        owner.execute("alter table booking.claim drop constraint " + CONSTRAINT);
        assertThat(buyers(bookings)).isEqualTo(5);
        assertThat(inTwoPlaces()).isZero();
    }

    @Test
    void withoutTheLockTheConstraintAloneSendsNobodyTwice() {
        assertThat(buyers(Unlocked.bookings(town, 12))).isBetween(1, 5);
        assertThat(inTwoPlaces()).isZero();
    }

    @Test
    void withoutBothDefencesTheTestSeesDriversOnTwoRides() {
        owner.execute("alter table booking.claim drop constraint " + CONSTRAINT);
        assertThatThrownBy(() -> assertThat(buyers(Unlocked.bookings(town, 12))).isEqualTo(5))
                .isInstanceOf(AssertionError.class);
        assertThat(inTwoPlaces()).isPositive();
    }

    /** How many of two hundred who live in one house are taken to the station at the same time. */
    private int buyers(Bookings through) {
        var car = Counter.offered(offers, firm.ride(4));
        var counter = new Counter(through, atomically, clock);
        return (int) Race.of(200, flat -> {
                    var wish = new Wish(
                            NINE,
                            null,
                            1,
                            new Site("Willow Lane 5, flat " + flat, HOUSE, new Site("Station", STATION)));
                    var request = new HoldRequest(
                            firm.house().order(), 1, car, wish, clock.instant().plus(Counter.HOLD), UUID.randomUUID());
                    return counter.hold(List.of(request)) instanceof Outcome.Done;
                })
                .stream()
                .filter(got -> got)
                .count();
    }

    private int inTwoPlaces() {
        return count("""
            select count(*)::int from booking.claim a
            join booking.claim b on a.subject_id = b.subject_id and a.order_id < b.order_id and a.during && b.during
            where a.place_id = ?
            """);
    }

    private int count(String sql) {
        var counted =
                owner.queryForObject(sql, Integer.class, firm.house().place().value());
        return counted == null ? 0 : counted;
    }
}
