package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Site;
import org.townloop.supply.TestCleaners;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Of requests that are held one after another in one transaction, those that are refused leave nothing behind. */
@TownTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class HeldEachTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant NOON = NINE.plus(Duration.ofHours(3));
    private static final Instant TWO = NINE.plus(Duration.ofHours(5));
    private static final Instant BEFORE_ANY_CALENDAR = Instant.parse("0000-12-31T10:00:00Z");

    private final Bookings bookings;
    private final Calendar calendar;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final Counter counter;

    private final TestCleaners firm = TestCleaners.with(1);

    HeldEachTests(Bookings bookings, Calendar calendar, Atomically atomically, Offers offers, TestClock clock) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
        this.counter = new Counter(bookings, atomically, clock);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    /** What has run out is freed by whoever is served instead, or by the job that frees it: both mend the ways after it. */
    @Test
    void whoIsRefusedLeavesTheWaysOfOthersAsTheyWere() {
        var cleaning = Counter.offered(offers, firm.cleaning(1, 30));
        var late = request(cleaning, TWO, 0.04);
        held(late);
        var alone = only(late);
        counter.confirm(late.order());
        var early = request(cleaning, NOON, -0.04);
        held(early);
        assertThat(only(late).way()).isGreaterThan(alone.way());
        clock.move(Counter.HOLD);

        var offGrid = request(cleaning, NOON.plusSeconds(60), 0.01);
        assertThat(reason(each(offGrid), offGrid)).isEqualTo(BookingReason.START_OFF_GRID);
        counter.release(early.order());
        assertThat(only(late).during()).isEqualTo(alone.during());
        assertThat(only(late).way()).isEqualTo(alone.way());
    }

    @Test
    void aTimeThatNoCalendarKnowsIsRefusedAndSpoilsNobodysHold() {
        var cleaning = Counter.offered(offers, firm.cleaning(1, 30));
        var wrong = request(cleaning, BEFORE_ANY_CALENDAR, 0.01);
        var right = request(cleaning, TWO, 0.01);
        var holding = each(wrong, right);
        assertThat(reason(holding, wrong)).isEqualTo(BookingReason.START_PAST);
        assertThat(holding.held()).containsExactly(right.order());
    }

    private void held(HoldRequest request) {
        assertThat(each(request).held()).containsExactly(request.order());
    }

    private Holding each(HoldRequest... requests) {
        return Counter.done(atomically.run(() -> Outcome.done(bookings.holdEach(List.of(requests)))));
    }

    private static Reason reason(Holding holding, HoldRequest request) {
        return Objects.requireNonNull(holding.refused().get(request.order())).reason();
    }

    private HoldRequest request(Offer offer, Instant start, double north) {
        var site = new Site("Willow Lane 5", new Point(30.27 + north, 119.72));
        var wish = new Wish(start, null, 1, site);
        return new HoldRequest(
                firm.house().order(), 1, offer, wish, clock.instant().plus(Counter.HOLD), UUID.randomUUID());
    }

    private Claimed only(HoldRequest request) {
        return calendar.day(firm.house().place(), LocalDate.of(2026, 11, 28)).stream()
                .filter(claim -> claim.order().equals(request.order()))
                .findFirst()
                .orElseThrow();
    }
}
