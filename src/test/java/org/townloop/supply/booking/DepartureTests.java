package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.Engagements;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.Timetables;
import org.townloop.supply.offer.Offers;

/** Nobody leaves who is booked, and nobody is booked who has left; hours tell of the bookings they leave outside. */
@SupplyTest
class DepartureTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Crew crew;
    private final Timetables timetables;
    private final Offers offers;
    private final Availability availability;
    private final People people;
    private final Counter counter;
    private final TestClock clock;

    DepartureTests(
            Crew crew,
            Timetables timetables,
            Offers offers,
            Availability availability,
            Bookings bookings,
            Atomically atomically,
            People people,
            TestClock clock) {
        this.crew = crew;
        this.timetables = timetables;
        this.offers = offers;
        this.availability = availability;
        this.people = people;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
    }

    @Test
    void whoIsBookedDoesNotLeaveUntilTheBookingIsGone() {
        var salon = TestSalon.with(1, 1);
        var owner = owner(salon);
        var offer = Counter.offered(offers, salon.haircut());
        var order = salon.order();
        counter.held(order, offer, at(2, 10), 1);
        assertThat(crew.remove(owner, salon.place(), salon.staff().getFirst()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(MerchantReason.STILL_BOOKED));
        counter.release(order);
        assertThat(crew.remove(owner, salon.place(), salon.staff().getFirst())).isInstanceOf(Outcome.Done.class);
        assertThat(availability.slots(offer, at(2, 0), at(3, 0))).isEmpty();
    }

    /** Raced many times: either the booking is refused or the leaving is, never neither. */
    @Test
    void aBookingAndALeavingAtTheSameMomentDoNotBothSucceed() {
        for (int round = 0; round < 15; round++) {
            var salon = TestSalon.with(1, 1);
            var owner = owner(salon);
            var offer = Counter.offered(offers, salon.haircut());
            var done = new AtomicInteger();
            Race.of(2, hand -> {
                Outcome<?> outcome = hand == 0
                        ? crew.remove(owner, salon.place(), salon.staff().getFirst())
                        : counter.hold(salon.order(), offer, at(2, 10), 1);
                return outcome instanceof Outcome.Done<?> ? done.incrementAndGet() : 0;
            });
            assertThat(done.get()).isEqualTo(1);
        }
    }

    @Test
    void bookingsThatNewHoursLeaveOutsideAreNamed() {
        var salon = TestSalon.with(1, 1);
        var owner = owner(salon);
        var offer = Counter.offered(offers, salon.haircut());
        var order = salon.order();
        counter.held(order, offer, at(2, 10), 1);
        counter.confirm(order);
        assertThat(timetables.outside(salon.place())).isEmpty();
        var day = LocalDate.ofInstant(at(2, 10), ZONE);
        timetables.setException(owner, salon.place(), new DayException(day, LocalTime.NOON, LocalTime.MIDNIGHT));
        assertThat(timetables.outside(salon.place()))
                .extracting(Engagements.Engagement::order)
                .containsOnly(order);
        assertThat(availability.slots(offer, at(2, 0), at(2, 11))).isEmpty();
        timetables.removeException(owner, salon.place(), day);
        assertThat(timetables.outside(salon.place())).isEmpty();
    }

    private Actor owner(TestSalon salon) {
        return people.actor(new PersonId(TestPeople.merchantOf(salon).id())).orElseThrow();
    }

    private Instant at(int daysAhead, int hour) {
        return LocalDate.ofInstant(clock.instant(), ZONE)
                .plusDays(daysAhead)
                .atTime(hour, 0)
                .atZone(ZONE)
                .toInstant();
    }
}
