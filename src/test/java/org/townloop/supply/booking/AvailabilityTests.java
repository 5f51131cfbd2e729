package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** The free times that are shown, against what the tables say when they are asked one time at a time. */
@SupplyTest
class AvailabilityTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final Instant CLOCKS_BACK = Instant.parse("2026-10-31T04:00:00Z");
    private static final Instant CLOCKS_FORWARD = Instant.parse("2027-03-13T05:00:00Z");

    private final Availability availability;
    private final Offers offers;
    private final Counter counter;
    private final SlotOracle oracle;
    private final TestClock clock;

    AvailabilityTests(
            Availability availability,
            Offers offers,
            Bookings bookings,
            OpeningHours hours,
            Atomically atomically,
            TestClock clock) {
        this.availability = availability;
        this.offers = offers;
        this.counter = new Counter(bookings, atomically, clock);
        this.oracle = new SlotOracle(clock);
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aFreeDayCanBeBookedEveryQuarterUntilAnHourBeforeItEnds() {
        var salon = TestSalon.with(3, 2);
        var haircut = Counter.offered(offers, salon.haircut());
        var saturday = availability.slots(
                haircut, Instant.parse("2026-11-27T16:00:00Z"), Instant.parse("2026-11-28T16:00:00Z"));
        assertThat(saturday).hasSize(33).allMatch(slot -> slot.left() == 2);
        assertThat(saturday.getFirst())
                .isEqualTo(new Slot(
                        Instant.parse("2026-11-28T01:00:00Z"),
                        Instant.parse("2026-11-28T02:00:00Z"),
                        2,
                        haircut.price()));
        assertThat(saturday.getLast().start()).isEqualTo(Instant.parse("2026-11-28T09:00:00Z"));
    }

    @Test
    void whatHasBegunCannotBeBooked() {
        var salon = TestSalon.with(1, 1);
        var haircut = Counter.offered(offers, salon.haircut());
        var noon = Instant.parse("2026-11-26T04:00:00Z");
        clock.set(noon);
        assertThat(availability.slots(haircut, Instant.MIN, noon.plusSeconds(3_600)))
                .first()
                .extracting(Slot::start)
                .isEqualTo(noon.plusSeconds(900));
    }

    @Test
    void freeAtMeansBegunAndEndedWithinTheWindow() {
        var salon = TestSalon.with(1, 1);
        var haircut = Counter.offered(offers, salon.haircut());
        var ids = Set.of(haircut.id(), new OfferId(salon.order()));
        assertThat(availability.freeAt(ids, THREE, THREE.plusSeconds(3_600))).containsExactly(haircut.id());
        assertThat(availability.freeAt(ids, THREE, THREE.plusSeconds(3_599))).isEmpty();
        counter.held(salon.order(), haircut, THREE, 1);
        assertThat(availability.freeAt(ids, THREE, THREE.plusSeconds(7_199))).isEmpty();
        assertThat(availability.freeAt(ids, THREE, THREE.plusSeconds(7_200))).containsExactly(haircut.id());
        assertThat(availability.freeAt(ids, THREE.minus(Duration.ofDays(400)), THREE.minus(Duration.ofDays(300))))
                .isEmpty();
    }

    @Test
    void theNextFreeTimesOfManyOffersAreGivenAtOnce() {
        var salon = TestSalon.with(1, 1);
        var haircut = Counter.offered(offers, salon.haircut());
        var elsewhere = TestSalon.with(1, 0);
        var chairless = Counter.offered(offers, elsewhere.haircut());
        counter.held(salon.order(), haircut, THREE, 1);
        var next = availability.nextSlots(
                List.of(haircut.id(), chairless.id(), new OfferId(salon.order())),
                THREE,
                THREE.plus(Duration.ofDays(1)),
                3);
        assertThat(next).containsOnlyKeys(haircut.id(), chairless.id());
        assertThat(next.get(chairless.id())).isEmpty();
        assertThat(next.get(haircut.id()))
                .containsExactly(THREE.plusSeconds(3_600), THREE.plusSeconds(4_500), THREE.plusSeconds(5_400));
    }

    @Test
    void whatIsWithdrawnOrChangedIsSeenByTheNextQuestion() {
        var salon = TestSalon.with(1, 1);
        var haircut = Counter.offered(offers, salon.haircut());
        var day = THREE.plus(Duration.ofDays(1));
        assertThat(availability.nextSlots(List.of(haircut.id()), THREE, day, 1)).isNotEmpty();
        offers.write(new NewOffer(
                haircut.id(),
                haircut.place(),
                haircut.pack(),
                haircut.title(),
                haircut.description(),
                haircut.price(),
                haircut.duration(),
                haircut.bufferBefore(),
                haircut.bufferAfter(),
                haircut.resourceKind(),
                haircut.attributes(),
                haircut.staff(),
                false));
        assertThat(availability.nextSlots(List.of(haircut.id()), THREE, day, 1)).isEmpty();
    }

    @Test
    void theDaysRollOn() {
        var salon = TestSalon.with(1, 1);
        var haircut = Counter.offered(offers, salon.haircut());
        var far = THREE.plus(Duration.ofDays(60));
        assertThat(availability.slots(haircut, far, far.plusSeconds(1))).isEmpty();
        clock.set(THREE.plus(Duration.ofDays(30)));
        assertThat(availability.slots(haircut, far, far.plusSeconds(1))).hasSize(1);
    }

    @Test
    void aNightInWhichClocksArePutBackHasItsHourTwice() {
        clock.set(CLOCKS_BACK);
        var salon = TestSalon.in(TestSalon.NEW_YORK, 1, 1).open("00:00", "04:00");
        var haircut = Counter.offered(offers, salon.haircut());
        var starts = starts(haircut, Instant.parse("2026-11-01T04:00:00Z"), Instant.parse("2026-11-01T12:00:00Z"));
        assertThat(starts).hasSize(17).doesNotHaveDuplicates();
        var first = Instant.parse("2026-11-01T05:30:00Z");
        counter.held(salon.order(), haircut, first, 1);
        counter.held(salon.order(), haircut, first.plusSeconds(3_600), 1);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut, first.plusSeconds(1_800), 1);
    }

    @Test
    void aNightInWhichClocksArePutForwardLacksAnHour() {
        clock.set(CLOCKS_FORWARD);
        var salon = TestSalon.in(TestSalon.NEW_YORK, 1, 1).open("00:00", "04:00");
        var haircut = Counter.offered(offers, salon.haircut());
        assertThat(starts(haircut, Instant.parse("2027-03-14T05:00:00Z"), Instant.parse("2027-03-14T12:00:00Z")))
                .hasSize(9)
                .contains(Instant.parse("2027-03-14T06:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theBitsSayWhatTheTablesSay(int seed) {
        var random = new Random(seed);
        clock.set(List.of(TestClock.START, CLOCKS_BACK, CLOCKS_FORWARD).get(seed % 3));
        RegionId region = seed % 3 == 0 ? TestSalon.SHANGHAI : TestSalon.NEW_YORK;
        var salon = RandomSalon.in(region, random, clock.instant());
        var sold = new ArrayList<Offer>();
        for (int i = 0; i < 3; i++) {
            sold.add(Counter.offered(offers, RandomSalon.offer(salon, random)));
        }
        RandomSalon.fill(salon, sold, counter, random, clock.instant());
        var from = clock.instant();
        var to = from.plus(Duration.ofDays(4));
        for (var offer : sold) {
            assertThat(availability.slots(offer, from, to)).isEqualTo(oracle.slots(offer, from, to));
        }
    }

    private List<Instant> starts(Offer offer, Instant from, Instant to) {
        return availability.slots(offer, from, to).stream().map(Slot::start).toList();
    }
}
