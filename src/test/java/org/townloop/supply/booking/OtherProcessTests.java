package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Several processes share one database: what another one books is seen here by way of the event log. */
@SupplyTest
class OtherProcessTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Availability availability;
    private final Offers offers;
    private final Counter elsewhere;

    OtherProcessTests(
            Availability availability, Offers offers, ApplicationContext town, Atomically atomically, TestClock clock) {
        clock.set(TestClock.START);
        this.availability = availability;
        this.offers = offers;
        var bookings = OtherBookings.of(town).telling(event -> {}).bookings();
        this.elsewhere = new Counter(bookings, atomically, clock);
    }

    @Test
    void whatIsBookedElsewhereIsSeenHere() {
        var salon = TestSalon.with(1, 1);
        var haircut = Counter.offered(offers, salon.haircut());
        assertThat(isFree(haircut)).isTrue();
        elsewhere.held(salon.order(), haircut, THREE, 1);
        await().atMost(SOON).until(() -> !isFree(haircut));
    }

    private boolean isFree(Offer offer) {
        return !availability.slots(offer, THREE, THREE.plusSeconds(1)).isEmpty();
    }
}
