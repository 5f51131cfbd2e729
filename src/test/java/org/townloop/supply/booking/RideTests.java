package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestTaxis;
import org.townloop.supply.booking.Claimed.Kind;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Ride;

/** No driver is promised at a door where they cannot be in time, from wherever their last ride has taken them. */
@SupplyTest
class RideTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final UUID RESIDENT = UUID.randomUUID();

    private final Bookings bookings;
    private final Calendar calendar;
    private final Availability availability;
    private final Rides rides;
    private final Pricing pricing;
    private final Atomically atomically;
    private final Offers offers;
    private final Travel travel;
    private final TestClock clock;
    private final RideModel model;
    private final Counter counter;

    RideTests(
            Bookings bookings,
            Calendar calendar,
            Availability availability,
            Rides rides,
            Pricing pricing,
            Atomically atomically,
            Offers offers,
            Travel travel,
            TestClock clock) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.availability = availability;
        this.rides = rides;
        this.pricing = pricing;
        this.atomically = atomically;
        this.offers = offers;
        this.travel = travel;
        this.clock = clock;
        this.model = new RideModel(travel);
        this.counter = new Counter(bookings, atomically, clock);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void theNextRideBeginsWhereTheLastOneEnded() {
        var firm = TestTaxis.with(1, 1);
        var car = Counter.offered(offers, firm.ride(4));
        var there = point(0.04, 0);
        var first = firm.house().order();
        Counter.done(hold(first, car, NINE.plus(Duration.ofMinutes(30)), new Leg(point(0, 0), there)));
        var next = firm.house().order();
        Counter.done(hold(next, car, NINE.plus(Duration.ofHours(2)), new Leg(there, point(0.05, 0))));
        assertThat(driver(next).way()).isZero();
        counter.release(first);
        assertThat(driver(next).way()).isEqualTo(travel.between(point(0, 0), there));
    }

    @Test
    void whatIsNotDrivenIsRefusedWithItsFacts() {
        var firm = TestTaxis.with(1, 1);
        var car = Counter.offered(offers, firm.ride(4));
        var here = point(0, 0);
        assertThat(refusal(hold(firm.house().order(), car, NINE, new Leg(here, null)))
                        .reason())
                .isEqualTo(BookingReason.DESTINATION_MISSING);
        assertThat(refusal(hold(firm.house().order(), car, NINE, Leg.at(here))).reason())
                .isEqualTo(BookingReason.SAME_PLACE);
        var far = refusal(hold(firm.house().order(), car, NINE, new Leg(point(0.1, 0), here)));
        assertThat(far.reason()).isEqualTo(BookingReason.SITE_TOO_FAR);
        var long_ = refusal(hold(firm.house().order(), car, NINE, new Leg(here, point(0.3, 0))));
        assertThat(long_.reason()).isEqualTo(BookingReason.RIDE_TOO_LONG);
        assertThat(long_.facts()).containsEntry("max", 30.0).containsEntry("distance", 46.8);
    }

    /** Each step is asked of the model first: what it allows is done as it has it, what it does not is refused. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomDaysAreAsTheSlowModelHasThem(long seed) {
        var random = new Random(seed);
        var drivers = 1 + random.nextInt(3);
        var firm = TestTaxis.with(drivers, 1 + random.nextInt(drivers));
        var cars = List.of(Counter.offered(offers, firm.ride(4)), Counter.offered(offers, firm.ride(6)));
        var booked = new HashSet<UUID>();
        var refused = 0;
        for (int step = 0; step < 60; step++) {
            var car = cars.get(random.nextInt(cars.size()));
            var start = NINE.plus(Duration.ofMinutes(15L * random.nextInt(36)));
            var leg = new Leg(point(random), point(random));
            if (!booked.isEmpty() && random.nextInt(4) == 0) {
                release(booked);
            } else {
                var best = model.best(claims(firm), firm, car, start, leg);
                var shown = availability.slots(car, start, start.plusSeconds(1), leg);
                var order = firm.house().order();
                var outcome = hold(order, car, start, leg);
                assertThat(!shown.isEmpty()).isEqualTo(best.isPresent());
                assertThat(outcome instanceof Outcome.Done).isEqualTo(best.isPresent());
                if (outcome instanceof Outcome.Done) {
                    booked.add(order);
                    var chosen = driver(order);
                    assertThat(chosen.during().start().plus(chosen.way()))
                            .isEqualTo(best.orElseThrow().start());
                    assertThat(model.added(claims(firm), order))
                            .isEqualTo(best.orElseThrow().added());
                    assertThat(shown.getFirst().price()).isEqualTo(fare(car, start, leg));
                } else {
                    refused++;
                }
            }
            model.assertDriven(claims(firm), firm);
        }
        assertThat(booked).isNotEmpty();
        assertThat(refused).isPositive();
    }

    @Test
    void nowIsWhenADriverCanBeThereAfterThereWasTimeToPay() {
        var firm = TestTaxis.with(1, 1);
        var car = Counter.offered(offers, firm.ride(4));
        clock.set(NINE.plus(Duration.ofMinutes(61)));
        var leg = new Leg(point(0.02, 0), point(0.05, 0));
        var soonest = rides.soonest(car, (Ride) car.arrangement(), leg).orElseThrow();
        var earliest = clock.instant().plus(Duration.ofMinutes(5)).plus(travel.between(point(0, 0), point(0.02, 0)));
        assertThat(soonest.start()).isAfterOrEqualTo(earliest).isBefore(earliest.plus(Duration.ofMinutes(5)));
        var order = firm.house().order();
        Counter.done(hold(order, car, soonest.start(), leg));
        assertThat(driver(order).during().start())
                .isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(rides.soonest(car, (Ride) car.arrangement(), new Leg(point(0.05, 0), point(0, 0))))
                .as("the driver goes on from where they are then")
                .isPresent();
    }

    @Test
    void whoHasSetOutIsNotSentOnADetour() {
        var firm = TestTaxis.with(1, 1);
        var car = Counter.offered(offers, firm.ride(4));
        var order = firm.house().order();
        Counter.done(hold(order, car, NINE.plus(Duration.ofHours(3)), new Leg(point(0.08, 0), point(0.05, 0))));
        assertThat(counter.confirm(order)).isTrue();
        clock.set(driver(order).during().start().plusSeconds(60));
        var onTheWay = new Leg(point(0.04, 0), point(0.041, 0));
        assertThat(rides.soonest(car, (Ride) car.arrangement(), onTheWay)
                        .filter(quote ->
                                quote.start().isBefore(driver(order).during().end())))
                .isEmpty();
    }

    private Money fare(Offer offer, Instant start, Leg leg) {
        return Counter.done(pricing.unit(offer, wish(start, leg)));
    }

    private void release(Set<UUID> booked) {
        var gone = booked.stream().sorted().findFirst().orElseThrow();
        booked.remove(gone);
        counter.release(gone);
    }

    private Outcome<List<Claimed>> hold(UUID order, Offer offer, Instant start, Leg leg) {
        return counter.hold(List.of(new HoldRequest(
                order, 1, offer, wish(start, leg), clock.instant().plus(Counter.HOLD), RESIDENT)));
    }

    private static Wish wish(Instant start, Leg leg) {
        return new Wish(start, null, 1, site(leg.from(), leg.to()));
    }

    private static @Nullable Site site(@Nullable Point from, @Nullable Point to) {
        return from == null
                ? null
                : new Site("Willow Lane 5", from, to == null ? null : new Site("Station Road 1", to));
    }

    private List<Claimed> claims(TestTaxis firm) {
        return calendar.day(firm.house().place(), SATURDAY);
    }

    private Claimed driver(UUID order) {
        return calendar.of(List.of(order)).getOrDefault(order, List.of()).stream()
                .filter(claim -> claim.kind() == Kind.STAFF)
                .findFirst()
                .orElseThrow();
    }

    private static Point point(Random random) {
        return point(random.nextDouble(-0.04, 0.04), random.nextDouble(-0.04, 0.04));
    }

    private static Point point(double north, double east) {
        return new Point(30.27 + north, 119.72 + east);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(var refusal) -> refusal;
            case Outcome.Done<?> done -> throw new AssertionError(done);
        };
    }
}
