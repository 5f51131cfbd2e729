package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** How holds become bookings, or come free again. */
@SupplyTest
class ExpiryTests {

    /** Saturday at three in the afternoon of Shanghai. */
    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Counter counter;
    private final Calendar calendar;
    private final Availability availability;
    private final TestClock clock;
    private final Offers offers;
    private final TestSalon salon = TestSalon.with(2, 2);

    ExpiryTests(
            Bookings bookings,
            Calendar calendar,
            Availability availability,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.counter = new Counter(bookings, atomically, clock);
        this.calendar = calendar;
        this.availability = availability;
        this.offers = offers;
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aHoldThatExpiredIsInNobodysWay() {
        var haircut = haircut();
        var early = salon.order();
        counter.held(early, haircut, THREE, 2);
        clock.move(TEN_MINUTES);
        counter.held(salon.order(), haircut, THREE.plus(Duration.ofMinutes(30)), 1);
        assertThat(calendar.of(List.of(early))).isEmpty();
        assertThat(counter.confirm(early)).isFalse();
    }

    @Test
    void aHoldThatIsConfirmedStays() {
        var haircut = haircut();
        var order = salon.order();
        counter.held(order, haircut, THREE, 2);
        assertThat(counter.confirm(order)).isTrue();
        assertThat(counter.confirm(order)).isTrue();
        clock.move(TEN_MINUTES);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut, THREE, 1);
        assertThat(calendar.of(List.of(order)).get(order)).hasSize(4).allMatch(Claimed::isBooked);
    }

    @Test
    void aHoldThatExpiredButIsStillThereCanBeConfirmed() {
        var order = salon.order();
        counter.held(order, haircut(), THREE, 1);
        clock.move(TEN_MINUTES.plusSeconds(1));
        assertThat(counter.confirm(order)).isTrue();
    }

    @Test
    void aLatePaymentIsHonouredIfTheTimeIsStillFree() {
        var haircut = haircut();
        var order = salon.order();
        counter.held(order, haircut, THREE, 1);
        clock.move(TEN_MINUTES);
        counter.release(order);
        assertThat(counter.confirm(order)).isFalse();
        assertThat(counter.reclaim(counter.request(order, 0, haircut, THREE, 1)))
                .isTrue();
        assertThat(calendar.of(List.of(order)).get(order)).hasSize(2).allMatch(Claimed::isBooked);
    }

    @Test
    void aLatePaymentForATimeThatIsGoneTakesNothing() {
        var haircut = haircut();
        var late = salon.order();
        counter.held(late, haircut, THREE, 1);
        clock.move(TEN_MINUTES);
        counter.held(salon.order(), haircut, THREE, 2);
        assertThat(counter.reclaim(counter.request(late, 0, haircut, THREE, 1))).isFalse();
        assertThat(calendar.of(List.of(late))).isEmpty();
    }

    @Test
    void whatIsReleasedIsFree() {
        var haircut = haircut();
        var order = salon.order();
        counter.held(order, haircut, THREE, 2);
        counter.confirm(order);
        counter.release(order);
        counter.held(salon.order(), haircut, THREE, 2);
    }

    @Test
    void everyChangeIsToldAndSeenByTheNextQuestion() {
        var haircut = haircut();
        assertThat(left(haircut)).isEqualTo(2);
        var order = salon.order();
        counter.held(order, haircut, THREE, 1);
        assertThat(left(haircut)).isEqualTo(1);
        counter.held(salon.order(), haircut, THREE, 1);
        assertThat(left(haircut)).isZero();
        counter.release(order);
        assertThat(left(haircut)).isEqualTo(1);
        assertThat(toldOf(salon.place().value())).isEqualTo(3);
        counter.held(order, haircut, THREE, 1);
        counter.confirm(order);
        assertThat(left(haircut)).isZero();
        assertThat(toldOf(salon.place().value())).isEqualTo(5);
    }

    private int left(Offer offer) {
        return availability.slots(offer, THREE, THREE.plusSeconds(1)).stream()
                .mapToInt(Slot::left)
                .sum();
    }

    private static int toldOf(UUID place) {
        return TestTown.jdbc()
                .sql("select count(*) from kernel.event where type = 'SlotsChanged' and subject = ?")
                .param(place)
                .query(Integer.class)
                .single();
    }

    private Offer haircut() {
        return Counter.offered(offers, salon.haircut());
    }
}
