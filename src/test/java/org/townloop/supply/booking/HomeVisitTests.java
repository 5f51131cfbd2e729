package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestCleaners;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Nobody is promised anywhere where they cannot be in time, whoever books, moves and cancels in whatever order. */
@SupplyTest
class HomeVisitTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final UUID RESIDENT = UUID.randomUUID();

    private final Bookings bookings;
    private final Calendar calendar;
    private final Availability availability;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final HomeModel model;
    private final Counter counter;

    HomeVisitTests(
            Bookings bookings,
            Calendar calendar,
            Availability availability,
            Atomically atomically,
            Offers offers,
            TestClock clock,
            Travel travel) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.availability = availability;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
        this.model = new HomeModel(travel);
        this.counter = new Counter(bookings, atomically, clock);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aTeamComesWithItsWayThere() {
        var firm = TestCleaners.with(3);
        var cleaning = Counter.offered(offers, firm.cleaning(2, 60));
        var held = Counter.done(hold(order(firm), cleaning, NINE, door(0.01, 0)));
        assertThat(held).hasSize(2).allSatisfy(claim -> {
            assertThat(claim.way()).isPositive();
            assertThat(claim.during().length()).isEqualTo(Duration.ofMinutes(65).plus(claim.way()));
        });
    }

    @Test
    void whoeverIsToldWhereKnowsThatItIsTooFar() {
        var firm = TestCleaners.with(1);
        var cleaning = Counter.offered(offers, firm.cleaning(1, 60));
        var refusal = refusal(hold(order(firm), cleaning, NINE, door(0.09, 0)));
        assertThat(refusal.reason()).isEqualTo(BookingReason.SITE_TOO_FAR);
        assertThat(refusal.facts()).containsEntry("max", 5.0).containsEntry("distance", 10.1);
        assertThat(refusal(hold(order(firm), cleaning, NINE, null)).reason()).isEqualTo(BookingReason.SITE_MISSING);
    }

    @Test
    void whatComesNextIsReachedFromWhatWasPutBeforeItAndFromThePlaceAgainOnceThatIsGone() {
        var firm = TestCleaners.with(1);
        var cleaning = Counter.offered(offers, firm.cleaning(1, 30));
        var late = order(firm);
        Counter.done(hold(late, cleaning, NINE.plus(Duration.ofHours(5)), door(0.04, 0)));
        var alone = only(late);
        var early = order(firm);
        Counter.done(hold(early, cleaning, NINE.plus(Duration.ofHours(3)), door(-0.04, 0)));
        assertThat(only(late).way()).isGreaterThan(alone.way());
        model.assertReachable(calendar, firm, NINE);
        counter.release(early);
        assertThat(only(late)).isEqualTo(alone);
    }

    /** Each step is asked of the model first: what it allows is done, what it does not is refused. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomDaysAreAsTheSlowModelHasThem(long seed) {
        var random = new Random(seed);
        var firm = TestCleaners.with(1 + random.nextInt(3));
        var sizes = new ArrayList<Offer>();
        for (int team = 1; team <= Math.min(2, firm.house().staff().size()); team++) {
            sizes.add(Counter.offered(offers, firm.cleaning(team, 30 + 15 * random.nextInt(5))));
        }
        var booked = new HashMap<UUID, Offer>();
        var refused = 0;
        for (int step = 0; step < 60; step++) {
            var offer = sizes.get(random.nextInt(sizes.size()));
            var start = NINE.plus(Duration.ofHours(random.nextInt(9)));
            var door = door(random.nextDouble(-0.03, 0.03), random.nextDouble(-0.03, 0.03));
            var order = order(firm);
            switch (random.nextInt(booked.isEmpty() ? 1 : 4)) {
                case 2 -> {
                    var gone = booked.keySet().stream().sorted().findFirst().orElseThrow();
                    booked.remove(gone);
                    counter.release(gone);
                }
                case 3 -> {
                    var moved = booked.keySet().stream().sorted().findFirst().orElseThrow();
                    move(moved, booked.getOrDefault(moved, offer), start, door);
                }
                default -> {
                    var best = model.best(claims(firm), firm, offer, start, door);
                    var shown = availability.slots(offer, start, start.plusSeconds(1), Leg.at(door));
                    var outcome = hold(order, offer, start, door);
                    assertThat(!shown.isEmpty()).isEqualTo(best.isPresent());
                    assertThat(outcome instanceof Outcome.Done).isEqualTo(best.isPresent());
                    if (outcome instanceof Outcome.Done<List<Claimed>>(var held)) {
                        booked.put(order, offer);
                        assertThat(model.added(claims(firm), held)).isEqualTo(best.orElseThrow());
                    } else {
                        refused++;
                    }
                }
            }
            model.assertReachable(calendar, firm, NINE);
        }
        assertThat(booked).isNotEmpty();
        assertThat(refused).isPositive();
    }

    @Test
    void anExpiredHoldOfTheDayIsGoneBeforeAnybodyElseIsSent() {
        var firm = TestCleaners.with(1);
        var cleaning = Counter.offered(offers, firm.cleaning(1, 30));
        var lapsed = order(firm);
        Counter.done(hold(lapsed, cleaning, NINE, door(0.03, 0)));
        clock.move(Counter.HOLD);
        Counter.done(hold(order(firm), cleaning, NINE.plus(Duration.ofHours(5)), door(-0.03, 0)));
        assertThat(counter.confirm(lapsed)).isFalse();
        assertThat(counter.reclaim(request(lapsed, cleaning, NINE, door(0.03, 0))))
                .isTrue();
        model.assertReachable(calendar, firm, NINE);
    }

    private void move(UUID order, Offer offer, Instant start, Point door) {
        atomically.run(() -> bookings.move(List.of(request(order, offer, start, door))));
    }

    private Outcome<List<Claimed>> hold(UUID order, Offer offer, Instant start, @Nullable Point door) {
        return counter.hold(List.of(request(order, offer, start, door)));
    }

    private HoldRequest request(UUID order, Offer offer, Instant start, @Nullable Point door) {
        var wish = new Wish(start, null, 1, door == null ? null : new Site("Willow Lane 5", door));
        return new HoldRequest(order, 1, offer, wish, clock.instant().plus(Counter.HOLD), RESIDENT);
    }

    private List<Claimed> claims(TestCleaners firm) {
        return calendar.day(firm.house().place(), LocalDate.of(2026, 11, 28));
    }

    private Claimed only(UUID order) {
        return calendar.of(List.of(order)).getOrDefault(order, List.of()).getFirst();
    }

    private static UUID order(TestCleaners firm) {
        return firm.house().order();
    }

    private static Point door(double north, double east) {
        return new Point(30.27 + north, 119.72 + east);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(var refusal) -> refusal;
            case Outcome.Done<?> done -> throw new AssertionError(done);
        };
    }
}
