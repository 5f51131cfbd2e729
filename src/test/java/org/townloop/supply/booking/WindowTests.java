package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Site;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Goods by the window: the contract of the mode. */
@SupplyTest
class WindowTests {

    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-27T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Bookings bookings;
    private final Availability availability;
    private final DeliveryWindows windows;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final TestGrocer grocer = TestGrocer.with(2);

    WindowTests(
            Bookings bookings,
            Availability availability,
            DeliveryWindows windows,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.bookings = bookings;
        this.availability = availability;
        this.windows = windows;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void anArticleIsHadInTheWindowsOfItsPlaceWithWhatIsLeftOfThem() {
        var carrots = Counter.offered(offers, grocer.article("Carrots", 350, null));
        assertThat(friday(carrots)).containsExactly(2);
        var first = held(carrots, 3);
        assertThat(friday(carrots)).as("three of it are one order").containsExactly(1);
        held(carrots, 1);
        assertThat(friday(carrots)).isEmpty();
        assertThat(reason(hold(carrots, 1))).isEqualTo(BookingReason.SLOT_TAKEN);
        counter().release(first);
        assertThat(friday(carrots)).containsExactly(1);
    }

    @Test
    void whatIsCountedIsNeverSoldBeyondItsDay() {
        var bread = Counter.offered(offers, grocer.article("Bread", 900, 4));
        var first = held(bread, 3);
        assertThat(windows.left(bread, FRIDAY_AT_TEN)).isEqualTo(1);
        assertThat(reason(hold(bread, 2))).isEqualTo(BookingReason.ARTICLE_TOO_FEW);
        held(bread, 1);
        assertThat(reason(hold(bread, 1))).isEqualTo(BookingReason.ARTICLE_SOLD_OUT);
        assertThat(friday(bread)).as("no window is left for what is sold out").isEmpty();
        counter().release(first);
        assertThat(windows.left(bread, FRIDAY_AT_TEN)).isEqualTo(3);
    }

    @Test
    void aWindowIsOpenUntilItsCutOff() {
        var carrots = Counter.offered(offers, grocer.article("Carrots", 350, null));
        clock.set(FRIDAY_AT_TEN.minus(Duration.ofMinutes(60)).minusSeconds(1));
        assertThat(friday(carrots)).containsExactly(2);
        assertThat(availability.nextSlots(List.of(carrots.id()), clock.instant(), FRIDAY_AT_TEN.plus(DAY), 1))
                .isEqualTo(Map.of(carrots.id(), List.of(FRIDAY_AT_TEN)));
        clock.set(FRIDAY_AT_TEN.minus(Duration.ofMinutes(60)));
        assertThat(friday(carrots)).isEmpty();
        assertThat(availability.nextSlots(List.of(carrots.id()), clock.instant(), FRIDAY_AT_TEN.plus(DAY), 1))
                .isEqualTo(Map.of(carrots.id(), List.of()));
        assertThat(reason(hold(carrots, 1))).isEqualTo(BookingReason.WINDOW_CLOSED);
    }

    @Test
    void nothingIsBroughtOnADayOnWhichThePlaceIsClosed() {
        var carrots = Counter.offered(offers, grocer.article("Carrots", 350, null));
        grocer.house().closedOn("2026-11-27");
        assertThat(reason(hold(carrots, 1))).isEqualTo(BookingReason.NOT_OPEN);
    }

    @Test
    void noWindowNoOrder() {
        var carrots = Counter.offered(offers, grocer.article("Carrots", 350, null));
        var noon = FRIDAY_AT_TEN.plus(Duration.ofHours(2));
        assertThat(reason(counter().hold(grocer.house().order(), carrots, noon, 1)))
                .isEqualTo(BookingReason.NO_SUCH_WINDOW);
        assertThat(reason(counter().hold(grocer.house().order(), carrots, FRIDAY_AT_TEN, 11)))
                .isEqualTo(BookingReason.ARTICLE_TOO_MANY);
    }

    @Test
    void theFeeGoesByTheDistanceAndByWhatIsInTheBasket() {
        assertThat(fee(30.285, 2_000)).isEqualTo(300L);
        assertThat(fee(30.305, 2_000)).isEqualTo(600L);
        assertThat(fee(30.305, 6_000)).isEqualTo(0L);
        assertThat(fee(30.285, 1_999)).isEqualTo(BookingReason.GOODS_TOO_FEW);
        assertThat(fee(30.40, 6_000)).isEqualTo(BookingReason.SITE_TOO_FAR);
        assertThat(outcome(windows.fee(grocer.house().place(), null, Money.of(100, "CNY"))))
                .as("fetched, however little it is")
                .isEqualTo(0L);
    }

    private Object fee(double lat, long goods) {
        return outcome(windows.fee(
                grocer.house().place(), new Site("Kingfisher Lane 7", new Point(lat, 119.72)), Money.of(goods, "CNY")));
    }

    private static Object outcome(Outcome<Money> fee) {
        return switch (fee) {
            case Outcome.Done<Money>(var money) -> money.minor();
            case Outcome.Refused<Money>(var refusal) -> refusal.reason();
        };
    }

    private UUID held(Offer offer, int quantity) {
        var order = grocer.house().order();
        Counter.done(counter().hold(order, offer, FRIDAY_AT_TEN, quantity));
        return order;
    }

    private Outcome<List<Claimed>> hold(Offer offer, int quantity) {
        return counter().hold(grocer.house().order(), offer, FRIDAY_AT_TEN, quantity);
    }

    private static Reason reason(Outcome<List<Claimed>> outcome) {
        return switch (outcome) {
            case Outcome.Refused<List<Claimed>>(var refusal) -> refusal.reason();
            case Outcome.Done<List<Claimed>> done -> throw new AssertionError(done);
        };
    }

    private List<Integer> friday(Offer offer) {
        var day = Instant.parse("2026-11-26T16:00:00Z");
        return availability.slots(offer, day, day.plus(DAY)).stream()
                .map(Slot::left)
                .toList();
    }

    private Counter counter() {
        return new Counter(bookings, atomically, clock);
    }
}
