package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/**
 * Two hundred people want plans that cross over three members of staff. Each gets all of a plan or nothing, and nobody serves
 * two at once; without the lock and the constraint, and piece by piece, the test sees what they are there for.
 */
@SupplyTest
class PlanRaceTests {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final int PEOPLE = 200;
    private static final String CONSTRAINT = "never_in_two_places_at_once";

    private final Combinations combinations;
    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    private TestSalon salon;
    private List<Plan> plans;

    PlanRaceTests(
            Combinations combinations,
            Bookings bookings,
            ApplicationContext town,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.combinations = combinations;
        this.bookings = bookings;
        this.town = town;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
    }

    /** Each can do two of the three services, the third alongside the others. */
    @BeforeEach
    void threePeopleAndThreeServices() {
        clock.set(TestClock.START);
        salon = TestSalon.with(3, 3);
        var cut = sold(45, 0, 1, false);
        var colour = sold(60, 1, 2, false);
        var nails = sold(30, 2, 0, true);
        plans = Stream.of(List.of(cut, colour), List.of(colour, nails), List.of(nails, cut, colour))
                .flatMap(wanted -> combinations.plans(new Combination(wanted, false), SATURDAY).stream())
                .toList();
        assertThat(plans).hasSizeGreaterThan(60);
    }

    @AfterEach
    void theConstraintIsBack() {
        owner.execute("delete from booking.claim where region_id >= 999000");
        owner.execute("alter table booking.claim drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.claim add constraint " + CONSTRAINT
                + " exclude using gist (region_id with =, subject_id with =, during with &&)");
    }

    @Rounds
    void eachGetsAllOfAPlanOrNothingAndNobodyServesTwoAtOnce() {
        var had = allAtOnce(new Counter(bookings, atomically, clock), true);

        assertThat(had).isNotEmpty().allMatch(this::isWhole);
        assertThat(claims()).isEqualTo(had.stream().mapToInt(List::size).sum() * 1L + chairs(had));
        assertThat(doubleBookings()).isZero();
    }

    @Test
    void withoutTheLockTheConstraintLeavesNoHalfPlanAndNobodyInTwoPlaces() {
        var had = allAtOnce(new Counter(Unlocked.bookings(town, 0), atomically, clock), true);

        assertThat(had).allMatch(this::isWhole);
        assertThat(doubleBookings()).isZero();
    }

    @Test
    void withoutBothDefencesSomebodyIsInTwoPlaces() {
        owner.execute("alter table booking.claim drop constraint " + CONSTRAINT);

        allAtOnce(new Counter(Unlocked.bookings(town, 12), atomically, clock), true);

        assertThat(doubleBookings()).isPositive();
    }

    /** What holds the first test: all pieces are held by one call. One after the other, some have half of what they want. */
    @Rounds
    void pieceByPieceSomeAreLeftWithHalfAPlan() {
        var wanted = allAtOnce(new Counter(bookings, atomically, clock), false);

        assertThat(wanted).anyMatch(orders -> !isWhole(orders) && claimsOf(orders) > 0);
    }

    /** @return the orders of each whose hold was given; of all who wanted something, if each piece is held by itself */
    private List<List<UUID>> allAtOnce(Counter counter, boolean together) {
        var had = new ConcurrentLinkedQueue<List<UUID>>();
        Race.of(IntStream.range(0, PEOPLE).mapToObj(person -> () -> {
            var plan = plans.get(person * 7 % plans.size());
            var orders =
                    Stream.generate(salon::order).limit(plan.pieces().size()).toList();
            var requests = Combined.requests(counter, plan, orders);
            if (!together) {
                requests.forEach(request -> counter.hold(List.of(request)));
                had.add(orders);
            } else if (counter.hold(requests) instanceof Outcome.Done<?>) {
                had.add(orders);
            }
        }));
        return new ArrayList<>(had);
    }

    private boolean isWhole(List<UUID> orders) {
        return orders.stream().allMatch(order -> claimsOf(List.of(order)) > 0);
    }

    /** Nails are done in no chair. */
    private long chairs(List<List<UUID>> had) {
        return had.stream()
                .flatMap(List::stream)
                .filter(order -> claimsOf(List.of(order)) == 2)
                .count();
    }

    private long claims() {
        return count(
                "select count(*) from booking.claim where place_id = ?",
                salon.place().value());
    }

    private long claimsOf(List<UUID> orders) {
        return count(
                "select count(*) from booking.claim where order_id = any (?)", (Object) orders.toArray(UUID[]::new));
    }

    /** The test's own eye: pairs of claims of the same subject that overlap. */
    private long doubleBookings() {
        return count("""
            select count(*) from booking.claim a
            join booking.claim b on a.subject_id = b.subject_id and a.during && b.during and a.ctid < b.ctid
            where a.place_id = ?
            """, salon.place().value());
    }

    private long count(String sql, Object parameter) {
        return TestTown.jdbc().sql(sql).param(parameter).query(Long.class).single();
    }

    private Offer sold(int minutes, int one, int other, boolean alongside) {
        var by = Set.of(salon.staff().get(one), salon.staff().get(other));
        return Counter.offered(offers, Combined.service(salon, minutes, by, alongside ? null : "chair", alongside));
    }
}
