package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Table;

/** No table has two parties, however many book at one time; with both defences off, this test sees that it has. */
@SupplyTest
class TableRaceTests {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");
    private static final String CONSTRAINT = "never_in_two_places_at_once";

    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestSalon house = TestSalon.with(0, 0).asRestaurant();

    TableRaceTests(Bookings bookings, ApplicationContext town, Atomically atomically, Offers offers, TestClock clock) {
        this.bookings = bookings;
        this.town = town;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
        IntStream.range(0, 10)
                .forEach(i -> owner.update(
                        "insert into merchant.resource (region_id, id, place_id, kind, name, seats, zone)"
                                + " values (?, ?, ?, 'table', '{\"en\": \"Table\"}', 4, 'hall')",
                        house.region().number(),
                        Ids.next(house.region(), clock.instant()),
                        house.place().value()));
    }

    @AfterEach
    void theConstraintIsBack() {
        owner.execute("delete from booking.claim where region_id >= 999000");
        owner.execute("alter table booking.claim drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.claim add constraint " + CONSTRAINT
                + " exclude using gist (region_id with =, subject_id with =, during with &&)");
    }

    @Rounds
    void ofTwoHundredPartiesAtTenTablesExactlyTenSitDown() {
        assertThat(parties(200, bookings, 3)).isEqualTo(10);
        assertThat(twice()).isZero();
    }

    @Rounds
    void ofTwoHundredPartiesThatNeedTwoTablesExactlyFiveSitDown() {
        assertThat(parties(200, bookings, 7)).isEqualTo(5);
        assertThat(twice()).isZero();
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverSeatsTwice() {
        assertThat(parties(200, Unlocked.bookings(town, 0), 3)).isBetween(1L, 10L);
        assertThat(twice()).isZero();
    }

    @Test
    void withoutBothDefencesTheTestSeesTwoPartiesAtOneTable() {
        owner.execute("alter table booking.claim drop constraint " + CONSTRAINT);
        assertThatThrownBy(() ->
                        assertThat(parties(200, Unlocked.bookings(town, 12), 3)).isEqualTo(10))
                .isInstanceOf(AssertionError.class);
        assertThat(twice()).isPositive();
    }

    private long parties(int count, Bookings through, int people) {
        var dinner = Counter.offered(offers, TestOffers.table(house, new Table(1, 12, 20, 0)));
        var counter = new Counter(through, atomically, clock);
        return Race.of(count, hand -> counter.hold(house.order(), dinner, NOON, people) instanceof Outcome.Done)
                .stream()
                .filter(got -> got)
                .count();
    }

    private int twice() {
        var pairs = owner.queryForObject("""
            select count(*)::int from booking.claim a
            join booking.claim b on a.subject_id = b.subject_id and a.during && b.during and a.ctid < b.ctid
            where a.place_id = ?
            """, Integer.class, house.place().value());
        return pairs == null ? 0 : pairs;
    }
}
