package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.WalkIn;

/** What is had on a day: taken, given back, blocked, and where the day begins and ends. It is Thursday, 26 November. */
@SupplyTest
class DayTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

    private final Availability availability;
    private final DayWindows windows;
    private final Offers offers;
    private final TestClock clock;
    private final Counter counter;
    private final TestSalon house = TestSalon.with(1, 0).asRestaurant();

    DayTests(
            Bookings bookings,
            Availability availability,
            DayWindows windows,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.availability = availability;
        this.windows = windows;
        this.offers = offers;
        this.clock = clock;
        this.counter = new Counter(bookings, atomically, clock);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void whatIsHeldIsNoLongerLeft() {
        var menu = offered(10);
        counter.held(house.order(), menu, start(SATURDAY), 4);
        assertThat(left(menu, SATURDAY)).isEqualTo(6);
        assertThat(reason(menu, SATURDAY, 7)).isEqualTo(BookingReason.TOO_FEW_LEFT);
        counter.held(house.order(), menu, start(SATURDAY), 6);
        assertThat(days(menu)).doesNotContain(SATURDAY);
        assertThat(reason(menu, SATURDAY, 1)).isEqualTo(BookingReason.DAY_FULL);
    }

    @Test
    void aHoldThatRanOutGivesBackWhatItHad() {
        var menu = offered(4);
        var late = house.order();
        counter.held(late, menu, start(SATURDAY), 4);
        clock.move(Counter.HOLD);
        counter.held(house.order(), menu, start(SATURDAY), 3);
        assertThat(counter.confirm(late)).isFalse();
        assertThat(reclaim(late, menu, 4)).isFalse();
        assertThat(reclaim(late, menu, 1)).isTrue();
        assertThat(taken(menu)).isEqualTo(4);
    }

    @Test
    void whatIsCalledOffIsFreeAgain() {
        var menu = offered(4);
        var order = house.order();
        counter.held(order, menu, start(SATURDAY), 4);
        assertThat(counter.confirm(order)).isTrue();
        clock.move(Counter.HOLD);
        assertThat(reason(menu, SATURDAY, 1)).isEqualTo(BookingReason.DAY_FULL);
        counter.release(order);
        assertThat(left(menu, SATURDAY)).isEqualTo(4);
        assertThat(taken(menu)).isZero();
        counter.release(order);
        assertThat(taken(menu)).isZero();
    }

    @Test
    void aSmallerKitchenTakesNoMoreAndKeepsItsWord() {
        var menu = offered(10);
        counter.held(house.order(), menu, start(SATURDAY), 8);
        var smaller = again(menu, new WalkIn(5, 1, null, Set.of()));
        assertThat(reason(smaller, SATURDAY, 1)).isEqualTo(BookingReason.DAY_FULL);
        var larger = again(menu, new WalkIn(9, 1, null, Set.of()));
        assertThat(left(larger, SATURDAY)).isEqualTo(1);
        counter.held(house.order(), larger, start(SATURDAY), 1);
    }

    @Test
    void blockedAndClosedDaysAreRefused() {
        house.closedOn("2026-11-29");
        var menu = Counter.offered(offers, house.setMenu(new WalkIn(9, 3, null, Set.of(SATURDAY))));
        assertThat(days(menu)).startsWith(SATURDAY.minusDays(2), SATURDAY.minusDays(1), SATURDAY.plusDays(2));
        assertThat(reason(menu, SATURDAY, 1)).isEqualTo(BookingReason.DAY_BLOCKED);
        assertThat(reason(menu, SATURDAY.plusDays(1), 1)).isEqualTo(BookingReason.NOT_OPEN);
        assertThat(windows.blockedDays(menu, SATURDAY.minusDays(1), SATURDAY.plusDays(1)))
                .containsExactly(SATURDAY, SATURDAY.plusDays(1));
        assertThat(windows.isBlocked(menu, noon(SATURDAY))).isTrue();
        assertThat(windows.isBlocked(menu, noon(SATURDAY.plusDays(1)))).isTrue();
        assertThat(windows.isBlocked(menu, noon(SATURDAY.plusDays(2)))).isFalse();
    }

    @Test
    void onlyDaysToComeAreSold() {
        var menu = offered(10);
        assertThat(reason(menu, SATURDAY.minusDays(3), 1)).isEqualTo(BookingReason.START_PAST);
        assertThat(reason(menu, SATURDAY.plusDays(58), 1)).isEqualTo(BookingReason.START_TOO_FAR);
        assertThat(reason(menu, start(SATURDAY).plusSeconds(3_600), 1)).isEqualTo(BookingReason.START_NOT_A_DAY);
        var today = SATURDAY.minusDays(2);
        assertThat(days(menu)).startsWith(today);
        clock.set(at(today, 16, 59));
        assertThat(days(menu)).startsWith(today);
        clock.set(at(today, 17, 0)); // closes at six, and lunch takes an hour
        assertThat(days(menu)).startsWith(today.plusDays(1));
        assertThat(reason(menu, today, 1)).isEqualTo(BookingReason.NOT_OPEN);
    }

    @Test
    void afterItsLastDayOfSaleNothingIsSold() {
        var menu = Counter.offered(offers, house.setMenu(new WalkIn(9, 1, SATURDAY.minusDays(1), Set.of())));
        assertThat(days(menu)).contains(SATURDAY);
        clock.set(start(SATURDAY));
        assertThat(days(menu)).isEmpty();
        assertThat(reason(menu, SATURDAY, 1)).isEqualTo(BookingReason.OFFER_NOT_SOLD);
    }

    @Test
    void theHourAskedForMustLieWithinOpeningHoursAndADayThatIsNotFull() {
        var menu = offered(2);
        assertThat(free(menu, at(SATURDAY, 12, 0), at(SATURDAY, 13, 0))).isTrue();
        assertThat(free(menu, at(SATURDAY, 12, 0), at(SATURDAY, 12, 55))).isFalse();
        assertThat(free(menu, at(SATURDAY, 17, 30), at(SATURDAY, 19, 0))).isFalse();
        counter.held(house.order(), menu, start(SATURDAY), 2);
        assertThat(free(menu, at(SATURDAY, 12, 0), at(SATURDAY, 13, 0))).isFalse();
        assertThat(free(menu, at(SATURDAY, 12, 0), at(SATURDAY.plusDays(1), 13, 0)))
                .isTrue();
    }

    @Test
    void theNightBelongsToTheEveningBefore() {
        house.open("18:00", "24:00").alsoOpen("00:00", "02:00").closedOn("2026-11-29");
        var menu = offered(2);
        assertThat(days(menu)).contains(SATURDAY).doesNotContain(SATURDAY.plusDays(1));
        assertThat(windows.of(menu, Wish.at(start(SATURDAY.minusDays(1)), 1)).end())
                .isEqualTo(at(SATURDAY, 2, 0));
        counter.held(house.order(), menu, start(SATURDAY.minusDays(1)), 2);
        assertThat(free(menu, at(SATURDAY, 0, 30), at(SATURDAY, 1, 30))).isFalse();
        var blocked = Counter.offered(offers, house.setMenu(new WalkIn(9, 1, null, Set.of(SATURDAY.minusDays(1)))));
        assertThat(windows.isBlocked(blocked, at(SATURDAY, 1, 0))).isTrue();
        assertThat(windows.isBlocked(blocked, at(SATURDAY, 3, 0))).isFalse();
    }

    @Test
    void daysOnWhichClocksAreChangedAreWholeDays() {
        var diner = TestSalon.in(TestSalon.NEW_YORK, 1, 0).asRestaurant();
        clock.set(Instant.parse("2027-03-12T15:00:00Z"));
        var menu = Counter.offered(offers, diner.setMenu(new WalkIn(5, 2, null, Set.of())));
        for (var day = LocalDate.of(2027, 3, 12); day.isBefore(LocalDate.of(2027, 3, 17)); day = day.plusDays(1)) {
            var start = day.atStartOfDay(NEW_YORK).toInstant();
            assertThat(windows.of(menu, Wish.at(start, 1)).end())
                    .isEqualTo(day.plusDays(2).atStartOfDay(NEW_YORK).toInstant());
            counter.held(diner.order(), menu, start, 5);
        }
        assertThat(windows.of(menu, Wish.at(Instant.parse("2027-03-14T05:00:00Z"), 1))
                        .length())
                .isEqualTo(Duration.ofHours(47));
        assertThat(availability.slots(menu, clock.instant(), clock.instant().plus(Duration.ofDays(7))))
                .extracting(slot -> LocalDate.ofInstant(slot.start(), NEW_YORK))
                .containsExactly(LocalDate.of(2027, 3, 17), LocalDate.of(2027, 3, 18), LocalDate.of(2027, 3, 19));
    }

    private Offer offered(int capacity) {
        return Counter.offered(offers, house.setMenu(capacity));
    }

    private Offer again(Offer offer, WalkIn walkIn) {
        return Counter.done(offers.write(Counter.again(offer, house.setMenu(walkIn))));
    }

    private Object reason(Offer offer, LocalDate day, int units) {
        return reason(offer, start(day), units);
    }

    private Object reason(Offer offer, Instant start, int units) {
        return counter.hold(house.order(), offer, start, units) instanceof Outcome.Refused<?>(var refusal)
                ? refusal.reason()
                : "held";
    }

    private boolean reclaim(UUID order, Offer offer, int units) {
        return counter.reclaim(counter.request(order, 1, offer, start(SATURDAY), units));
    }

    private List<LocalDate> days(Offer offer) {
        return availability.slots(offer, clock.instant(), clock.instant().plus(Duration.ofDays(7))).stream()
                .map(slot -> LocalDate.ofInstant(slot.start(), SHANGHAI))
                .toList();
    }

    private int left(Offer offer, LocalDate day) {
        return availability.slots(offer, start(day), start(day.plusDays(1))).stream()
                .filter(slot -> slot.start().equals(start(day)))
                .mapToInt(Slot::left)
                .sum();
    }

    private boolean free(Offer offer, Instant from, Instant to) {
        return availability.freeAt(List.of(offer.id()), from, to).contains(offer.id());
    }

    private static int taken(Offer offer) {
        return TestTown.jdbc()
                .sql("select taken from booking.day_capacity where offer_id = ? and day = ?")
                .params(offer.id().value(), SATURDAY)
                .query(Integer.class)
                .single();
    }

    private static Instant noon(LocalDate day) {
        return at(day, 12, 0);
    }

    private static Instant start(LocalDate day) {
        return at(day, 0, 0);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(SHANGHAI).toInstant();
    }
}
