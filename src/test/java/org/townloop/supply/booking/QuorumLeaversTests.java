package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;

/** Whose cancellation waits until the counters know has a seat, and nobody reckons with them unless they stay. */
@SupplyTest
class QuorumLeaversTests {

    private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-27T10:00");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant SATURDAY = FRIDAY.plus(Duration.ofDays(1));

    private final SessionDecisions decisions;
    private final SoldSessions sold;
    private final Bookings bookings;
    private final Atomically atomically;
    private final TestClock clock;
    private final Counter counter;
    private final School school;
    private final Offer yoga;

    QuorumLeaversTests(
            Offers offers,
            SessionDecisions decisions,
            SoldSessions sold,
            Bookings bookings,
            Atomically atomically,
            TestClock clock) {
        clock.set(TestClock.START);
        this.decisions = decisions;
        this.sold = sold;
        this.bookings = bookings;
        this.atomically = atomically;
        this.clock = clock;
        this.counter = new Counter(bookings, atomically, clock);
        this.school = School.with(offers);
        var session = new Session(6, List.of(), Set.of(TEN, TEN.plusDays(1)), Set.of(), new Quorum(4, 2));
        this.yoga = Counter.offered(offers, TestOffers.yoga(school.house(), school.lin(), session));
    }

    @Test
    void whoIsLeavingIsNotCountedAndWhoStaysAfterAllIs() {
        booked(FRIDAY, 3);
        leaving(booked(FRIDAY, 1), true);
        booked(SATURDAY, 3);
        var stays = booked(SATURDAY, 1);
        leaving(stays, true);
        assertThat(gathering(FRIDAY).booked()).isEqualTo(3);
        leaving(stays, false);
        assertThat(gathering(SATURDAY).booked()).isEqualTo(4);
        clock.set(SATURDAY.minus(Duration.ofHours(2)));
        decisions.decideDue(1_000);
        assertThat(gathering(FRIDAY).state()).isEqualTo(SessionState.CALLED_OFF);
        assertThat(gathering(SATURDAY).state()).isEqualTo(SessionState.CONFIRMED);
    }

    @Test
    void theSeatIsTheirsUntilThen() {
        booked(FRIDAY, 5);
        leaving(booked(FRIDAY, 1), true);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", school.house().order(), yoga, FRIDAY, 1);
    }

    private UUID booked(Instant start, int people) {
        var order = school.house().order();
        counter.held(order, yoga, start, people);
        assertThat(counter.confirm(order)).isTrue();
        return order;
    }

    private void leaving(UUID order, boolean leaving) {
        Counter.done(atomically.run(() -> {
            bookings.leaving(List.of(order), leaving);
            return Outcome.done(order);
        }));
    }

    private Gathering gathering(Instant start) {
        return Objects.requireNonNull(sold.gathering(yoga, start));
    }
}
