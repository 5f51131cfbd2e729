package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** What can be held, and by whom it is served. */
@SupplyTest
class HoldTests {

    /** Saturday at three in the afternoon of Shanghai. */
    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    private final Counter counter;
    private final Bookings bookings;
    private final Calendar calendar;
    private final TestClock clock;
    private final Offers offers;
    private final TestSalon salon = TestSalon.with(2, 2);

    HoldTests(Bookings bookings, Calendar calendar, Atomically atomically, Offers offers, TestClock clock) {
        this.counter = new Counter(bookings, atomically, clock);
        this.bookings = bookings;
        this.calendar = calendar;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aHoldTakesAMemberOfStaffAndAChair() {
        var haircut = haircut();
        var order = salon.order();
        var held = counter.held(order, haircut, THREE, 1);
        assertThat(held).extracting(Claimed::kind).containsExactly(Claimed.Kind.STAFF, Claimed.Kind.RESOURCE);
        assertThat(held).allMatch(claim -> claim.expiresAt() != null && !claim.isBooked());
        assertThat(salon.staff()).contains(new StaffId(held.getFirst().subject()));
        assertThat(salon.chairs()).contains(held.getLast().subject());
        assertThat(calendar.day(salon.place(), LocalDate.of(2026, 11, 28))).containsExactlyInAnyOrderElementsOf(held);
        assertThat(calendar.of(List.of(order)).get(order)).containsExactlyElementsOf(held);
    }

    @Test
    void whoHasLeastToDoThatDayIsChosen() {
        var haircut = haircut();
        var first = counter.held(salon.order(), haircut, THREE, 1).getFirst().subject();
        var second = counter.held(salon.order(), haircut, THREE.plus(Duration.ofHours(1)), 1)
                .getFirst()
                .subject();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void twoAtOnceTakeTwoOfEach() {
        var held = counter.held(salon.order(), haircut(), THREE, 2);
        assertThat(held.stream().map(Claimed::subject)).hasSize(4).doesNotHaveDuplicates();
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut(), THREE, 1);
    }

    @Test
    void moreThanAreLeftAreRefusedWithHowManyAreLeft() {
        var haircut = haircut();
        counter.held(salon.order(), haircut, THREE, 1);
        var refusal = counter.refused(BookingReason.TOO_FEW_LEFT, "quantity", salon.order(), haircut, THREE, 2);
        assertThat(refusal.facts()).containsEntry("left", 1);
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        var haircut = haircut();
        counter.held(salon.order(), haircut, THREE, 2);
        var basket = salon.order();
        var later = THREE.plus(Duration.ofHours(2));
        var outcome = counter.hold(
                List.of(counter.request(basket, 0, haircut, later, 1), counter.request(basket, 1, haircut, THREE, 1)));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(calendar.of(List.of(basket))).isEmpty();
    }

    @Test
    void aBasketNeverTakesTheSameChairTwice() {
        var haircut = haircut();
        var basket = salon.order();
        var outcome = counter.hold(List.of(
                counter.request(basket, 0, haircut, THREE, 1),
                counter.request(basket, 1, haircut, THREE.plus(Duration.ofMinutes(30)), 1)));
        assertThat(((Outcome.Done<List<Claimed>>) outcome).value().stream().map(Claimed::subject))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void inABasketWhoeverFewCanServeChoosesFirst() {
        var onlyTheFirst = Counter.offered(
                offers, counter.by(salon.haircut(), salon.staff().getFirst()));
        var basket = salon.order();
        var outcome = counter.hold(List.of(
                counter.request(basket, 0, haircut(), THREE, 1), counter.request(basket, 1, onlyTheFirst, THREE, 1)));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void buffersArePartOfWhatIsTaken() {
        var colour = Counter.offered(
                offers, counter.buffered(salon.haircut(), Duration.ofMinutes(10), Duration.ofMinutes(20)));
        counter.held(salon.order(), colour, THREE, 2);
        var before = THREE.minus(Duration.ofHours(1));
        var after = THREE.plus(Duration.ofMinutes(75));
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut(), before, 1);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut(), after, 1);
        counter.held(salon.order(), haircut(), before.minus(Duration.ofMinutes(15)), 1);
        counter.held(salon.order(), haircut(), THREE.plus(Duration.ofMinutes(90)), 1);
    }

    @Test
    void whatEndsWhenTheNextBeginsIsNotInItsWay() {
        var haircut = haircut();
        counter.held(salon.order(), haircut, THREE, 2);
        counter.held(salon.order(), haircut, THREE.plus(Duration.ofHours(1)), 2);
        counter.held(salon.order(), haircut, THREE.minus(Duration.ofHours(1)), 2);
    }

    @Test
    void startsThatCannotBeAreRefusedByField() {
        var haircut = haircut();
        var order = salon.order();
        counter.refused(BookingReason.START_PAST, "slotStart", order, haircut, TestClock.START, 1);
        counter.refused(BookingReason.START_OFF_GRID, "slotStart", order, haircut, THREE.plusSeconds(300), 1);
        counter.refused(BookingReason.START_OFF_GRID, "slotStart", order, haircut, THREE.plusNanos(1), 1);
        counter.refused(BookingReason.START_TOO_FAR, "slotStart", order, haircut, THREE.plus(Duration.ofDays(60)), 1);
        counter.refused(BookingReason.NOT_OPEN, "slotStart", order, haircut, THREE.plus(Duration.ofHours(3)), 1);
        var halfPastFive = THREE.plus(Duration.ofMinutes(150));
        counter.refused(BookingReason.NOT_OPEN, "slotStart", order, haircut, halfPastFive, 1);
        counter.held(order, haircut, THREE.plus(Duration.ofHours(2)), 1);
    }

    @Test
    void whatIsWithdrawnCannotBeHeld() {
        var haircut = haircut();
        var withdrawn = Counter.withdrawn(haircut);
        counter.refused(BookingReason.OFFER_NOT_SOLD, "offerId", salon.order(), withdrawn, THREE, 1);
    }

    @Test
    void daysThatDifferAndHoursOfStaffAreHeeded() {
        salon.closedOn("2026-11-29").works(salon.staff().getFirst(), 6, "09:00", "12:00");
        var haircut = haircut();
        counter.refused(BookingReason.NOT_OPEN, "slotStart", salon.order(), haircut, THREE.plus(Duration.ofDays(1)), 1);
        counter.held(salon.order(), haircut, THREE, 1);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut, THREE, 1);
    }

    @Test
    void nothingIsTakenOutsideOfATransaction() {
        var request = counter.request(salon.order(), 0, haircut(), THREE, 1);
        assertThatThrownBy(() -> bookings.hold(List.of(request))).isInstanceOf(IllegalTransactionStateException.class);
    }

    private Offer haircut() {
        return Counter.offered(offers, salon.haircut());
    }
}
