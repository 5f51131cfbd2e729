package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.BookingMode;

/** When guests may come and go, tonight too, and how many rooms may be sold of a night. */
@SupplyTest
class StayDoorTests {

    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");

    private final Stays stays;
    private final Availability availability;
    private final Rosters rosters;
    private final OpeningHours hours;
    private final Offers offers;
    private final TestClock clock;
    private final Counter counter;
    private final TestSalon house = TestSalon.with(1, 0);
    private final TestHotel hotel = TestHotel.in(house);
    private final ResourceId rooms = hotel.rooms(10);

    StayDoorTests(
            Bookings bookings,
            Stays stays,
            Availability availability,
            Rosters rosters,
            OpeningHours hours,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.stays = stays;
        this.availability = availability;
        this.rosters = rosters;
        this.hours = hours;
        this.offers = offers;
        this.clock = clock;
        this.counter = new Counter(bookings, atomically, clock);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void inAWinterThatTheHoursDoNotNameNobodyArrivesOrLeaves() {
        house.hours("Apr-Oct 08:00-20:00");
        var offer = offered();
        refused(BookingReason.NOBODY_AT_THE_DOOR, offer, THURSDAY.plusDays(1), THURSDAY.plusDays(3));
        assertThat(stays.nights(offer, stay(offer), THURSDAY, THURSDAY.plusDays(30)))
                .noneMatch(night -> night.arrival() || night.departure());
        var april = LocalDate.parse("2027-04-10");
        held(offer, april, april.plusDays(2));
    }

    @Test
    void ofManyPlacesTheDaysOffAreThoseOfEach() {
        var other = TestSalon.with(1, 0)
                .hours("Tu-Su 09:00-18:00")
                .closedOn("2026-11-28")
                .openOn("2026-11-30", "10:00", "12:00");
        var third = TestSalon.with(1, 0).hours("Tu-Su 09:00-18:00");
        var shut =
                hours.shutDays(List.of(house.place(), other.place(), third.place()), THURSDAY, THURSDAY.plusDays(11));
        assertThat(shut)
                .isEqualTo(Map.of(
                        house.place(),
                        Set.of(),
                        other.place(),
                        Set.of(LocalDate.parse("2026-11-28"), LocalDate.parse("2026-12-07")),
                        third.place(),
                        Set.of(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-07"))));
    }

    @Test
    void whoComesLateTonightHasABedAndYesterdayIsOver() {
        var offer = offered();
        clock.set(Instant.parse("2026-11-26T10:00:00Z")); // six in the evening, four hours after check-in
        held(offer, THURSDAY, THURSDAY.plusDays(1));
        assertThat(availability.slots(offer, clock.instant(), Instant.parse("2026-11-28T00:00:00Z")))
                .extracting(Slot::start)
                .contains(Instant.parse("2026-11-26T06:00:00Z"));
        clock.set(Instant.parse("2026-11-26T17:00:00Z")); // an hour after midnight
        refused(BookingReason.START_PAST, offer, THURSDAY, THURSDAY.plusDays(1));
    }

    @Test
    void aNightIsNotOverInTwoHours() {
        var offer = offered();
        var checkIn = Instant.parse("2026-11-27T06:00:00Z");
        assertThat(availability.freeAt(List.of(offer.id()), checkIn, checkIn.plusSeconds(7_200)))
                .isEmpty();
        assertThat(availability.freeAt(List.of(offer.id()), checkIn, Instant.parse("2026-11-28T04:00:00Z")))
                .containsExactly(offer.id());
    }

    @Test
    void noShareIsSoldOnTopOfRoomsThatAreClosed() {
        var now = clock.instant();
        var roster =
                Objects.requireNonNull(rosters.read(List.of(house.place()), now).get(house.place()));
        var night = new Lot(rooms.value(), Instant.parse("2026-11-26T16:00:00Z"));
        var mode = new BookingMode.Stay(LocalTime.of(14, 0), LocalTime.of(12, 0), 14, 20);
        for (var expected : Map.of(0, 12, 4, 4 + 7, 10, 10).entrySet()) {
            assertThat(new StayRules(roster, mode, now, Map.of(night, expected.getKey())).capacity(night))
                    .isEqualTo(expected.getValue());
        }
    }

    @Test
    void aPriceOfANightCanBeAddedUp() {
        var stay = (Stay) hotel.nights(rooms, 1, 14).arrangement();
        var dear = new Stay(
                rooms,
                2,
                1,
                14,
                stay.checkIn(),
                stay.checkOut(),
                Set.of(),
                List.of(new Stay.NightPrice(THURSDAY, THURSDAY.plusDays(9), Set.of(), 9_000_000_000_000_000_000L)));
        assertThat(offers.write(hotel.nights(dear)))
                .satisfies(outcome -> assertThat(
                                ((Outcome.Refused<Offer>) outcome).refusal().reason())
                        .isEqualTo(OfferReason.SEASONS_INVALID));
    }

    private Offer offered() {
        return Counter.offered(offers, hotel.nights(rooms, 1, 14));
    }

    private static Stay stay(Offer offer) {
        return (Stay) offer.arrangement();
    }

    private Outcome<List<Claimed>> hold(Offer offer, LocalDate from, LocalDate to) {
        return counter.hold(
                List.of(counter.request(house.order(), offer, stays.wish(offer, stay(offer), from, to, 1, 1))));
    }

    private void held(Offer offer, LocalDate from, LocalDate to) {
        assertThat(hold(offer, from, to)).isInstanceOf(Outcome.Done.class);
    }

    private void refused(Reason reason, Offer offer, LocalDate from, LocalDate to) {
        assertThat(hold(offer, from, to))
                .satisfies(outcome -> assertThat(((Outcome.Refused<List<Claimed>>) outcome)
                                .refusal()
                                .reason())
                        .isEqualTo(reason));
    }
}
