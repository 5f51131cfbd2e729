package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SessionsOff;

/**
 * A session is decided once, whoever decides; a payment of the same moment is counted, or comes after the decision. Without
 * the lock on the seats the second of these tests sees a session called off although enough had paid.
 */
@SupplyTest
class QuorumRaceTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");
    private static final Duration HALF = Duration.ofMinutes(30);

    private final ApplicationContext town;
    private final Bookings bookings;
    private final SessionDecisions decisions;
    private final SoldSessions sold;
    private final Offers offers;
    private final Atomically atomically;
    private final TestClock clock;
    private final Counter counter;
    private School school;

    QuorumRaceTests(
            ApplicationContext town,
            Bookings bookings,
            SessionDecisions decisions,
            SoldSessions sold,
            Offers offers,
            Atomically atomically,
            TestClock clock) {
        this.town = town;
        this.bookings = bookings;
        this.decisions = decisions;
        this.sold = sold;
        this.offers = offers;
        this.atomically = atomically;
        this.clock = clock;
        this.counter = new Counter(bookings, atomically, clock);
        this.school = School.with(offers);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Rounds
    void decidedByManyAtOnceItIsDecidedOnce() {
        for (int round = 0; round < 5; round++) {
            clock.set(TestClock.START);
            var yoga = yoga();
            held(yoga, 1);
            clock.set(FRIDAY.minus(HALF));
            Race.of(
                    4,
                    hand -> hand == 0
                            ? decisions.confirm(school.merchant(), yoga.id(), FRIDAY) instanceof Outcome.Done
                            : decisions.decideDue(1_000) >= 0);
            assertThat(decided(yoga)).isOne();
            assertThat(offers.get(yoga.id()).version())
                    .isEqualTo(state(yoga) == SessionState.CALLED_OFF ? yoga.version() + 1 : yoga.version());
        }
    }

    @Rounds
    void aPaymentThatIsBeingCountedInIsWaitedFor() throws InterruptedException {
        assertThat(decidedWhilePaying(decisions)).isEqualTo(SessionState.CONFIRMED);
    }

    @Test
    void withoutTheLockOnTheSeatsEnoughHadPaidAndItIsCalledOff() throws InterruptedException {
        assertThat(decidedWhilePaying(careless())).isEqualTo(SessionState.CALLED_OFF);
    }

    /** The second of two seats is paid, and not committed yet, when the session is decided. */
    private SessionState decidedWhilePaying(SessionDecisions through) throws InterruptedException {
        var yoga = yoga();
        held(yoga, 1);
        var order = school.house().order();
        clock.set(FRIDAY.minus(Duration.ofHours(1)).minus(Counter.HOLD).plusSeconds(1));
        counter.held(order, yoga, FRIDAY, 1);
        clock.set(FRIDAY.minus(Duration.ofHours(1)));
        var paid = new CountDownLatch(1);
        var payer = Thread.ofVirtual()
                .start(() -> atomically.run(() -> {
                    bookings.confirm(order);
                    paid.countDown();
                    await().pollInSameThread().until(() -> isWaitedFor() || decided(yoga) > 0);
                    return Outcome.done(order);
                }));
        assertThat(paid.await(10, TimeUnit.SECONDS)).isTrue();
        through.decideDue(1_000);
        payer.join();
        return state(yoga);
    }

    private static boolean isWaitedFor() {
        return TestTown.jdbc()
                .sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like '%booking.lot_claim%for update%')")
                .query(Boolean.class)
                .single();
    }

    /** Counts seats without waiting for those who are just paying. */
    private SessionDecisions careless() {
        var lots = new LotClaims(TestTown.jdbc(), Clock.systemUTC()) {
            @Override
            int lockBooked(Lot lot) {
                return TestTown.jdbc()
                        .sql("select coalesce(sum(units), 0)::int from booking.lot_claim"
                                + " where subject_id = ? and starts_at = ? and expires_at is null")
                        .params(lot.subject(), Claims.sql(lot.start()))
                        .query(Integer.class)
                        .single();
            }
        };
        return new SessionDecisions(
                town.getBean(SessionsOff.class),
                town.getBean(OfferDesk.class),
                town.getBean(Claims.class),
                lots,
                town.getBean(Gatherings.class),
                town.getBean(Regions.class),
                atomically,
                town.getBean(EventLog.class),
                town,
                clock);
    }

    private void held(Offer offer, int people) {
        var order = school.house().order();
        counter.held(order, offer, FRIDAY, people);
        assertThat(counter.confirm(order)).isTrue();
    }

    private SessionState state(Offer offer) {
        return Objects.requireNonNull(sold.gathering(offers.get(offer.id()), FRIDAY))
                .state();
    }

    private static int decided(Offer offer) {
        return TestTown.jdbc()
                .sql("select count(*)::int from kernel.event where type = 'SessionDecided' and subject = ?")
                .param(offer.id().value())
                .query(Integer.class)
                .single();
    }

    /** At a school of its own. */
    private Offer yoga() {
        school = School.with(offers);
        var session =
                new Session(6, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of(), new Quorum(2, 1));
        return Counter.offered(offers, TestOffers.yoga(school.house(), school.lin(), session));
    }
}
