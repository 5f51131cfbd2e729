package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestTaxis;
import org.townloop.supply.booking.Claimed.Kind;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Rides over midnight, and vehicles that are fewer than drivers. */
@SupplyTest
class RideDayTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final UUID RESIDENT = UUID.randomUUID();

    private final Calendar calendar;
    private final Availability availability;
    private final Pricing pricing;
    private final Offers offers;
    private final Travel travel;
    private final TestClock clock;
    private final Counter counter;

    RideDayTests(
            Bookings bookings,
            Calendar calendar,
            Availability availability,
            Pricing pricing,
            Atomically atomically,
            Offers offers,
            Travel travel,
            TestClock clock) {
        this.calendar = calendar;
        this.availability = availability;
        this.pricing = pricing;
        this.offers = offers;
        this.travel = travel;
        this.clock = clock;
        this.counter = new Counter(bookings, atomically, clock);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aRideOverMidnightIsDrivenAndItsNightIsThatOfThePickUp() {
        var firm = TestTaxis.with(1, 1);
        firm.house().hours("Mo-Su 18:00-03:00");
        var car = Counter.offered(offers, firm.ride(4));
        var late = Instant.parse("2026-11-28T15:45:00Z"); // a quarter to midnight
        var leg = new Leg(point(0.03, 0), point(-0.08, 0));
        var order = firm.house().order();
        Counter.done(hold(order, car, late, leg));
        assertThat(driver(order).during().end()).isAfter(Instant.parse("2026-11-28T16:00:00Z"));
        var metres = travel.metres(point(0.03, 0), point(-0.08, 0));
        var drive = travel.between(point(0.03, 0), point(-0.08, 0));
        assertThat(fare(car, late, leg))
                .isEqualTo(TestTaxis.FARE.of(Money.of(500, "CNY"), metres, drive, LocalTime.of(23, 45)));
        assertThat(fare(car, late, leg).minor())
                .isGreaterThan(fare(car, late.minus(Duration.ofHours(3)), leg).minor());
        assertThat(availability.slots(car, late, late.plus(Duration.ofHours(3)), leg))
                .as("the driver is on the road until after midnight")
                .allSatisfy(slot ->
                        assertThat(slot.start()).isAfter(driver(order).during().end()));
    }

    @Test
    void withOneVehicleOnlyOneOfTwoDriversDrivesIt() {
        var firm = TestTaxis.with(2, 1);
        var car = Counter.offered(offers, firm.ride(4));
        var drivers = new HashSet<UUID>();
        for (int hour = 0; hour < 4; hour++) {
            var order = firm.house().order();
            Counter.done(
                    hold(order, car, NINE.plus(Duration.ofHours(1 + 2L * hour)), new Leg(point(0.01, 0), point(0, 0))));
            drivers.add(driver(order).subject());
        }
        assertThat(drivers).hasSize(1);
        assertThat(hold(
                        firm.house().order(),
                        car,
                        NINE.plus(Duration.ofHours(1)),
                        new Leg(point(0.01, 0), point(0, 0))))
                .isInstanceOf(Outcome.Refused.class);
    }

    private Money fare(Offer offer, Instant start, Leg leg) {
        return Counter.done(pricing.unit(offer, wish(start, leg)));
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

    private Claimed driver(UUID order) {
        return calendar.of(List.of(order)).getOrDefault(order, List.of()).stream()
                .filter(claim -> claim.kind() == Kind.STAFF)
                .findFirst()
                .orElseThrow();
    }

    private static Point point(double north, double east) {
        return new Point(30.27 + north, 119.72 + east);
    }
}
