package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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

/** Sessions that take place from four people on, which is decided a quarter of a day before. */
@SupplyTest
class QuorumTests {

    /** Friday at ten in Willow Creek, and a week later. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    private static final Instant SATURDAY = FRIDAY.plus(Duration.ofDays(1));
    private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-27T10:00");
    private static final Instant DEADLINE = FRIDAY.minus(Duration.ofHours(6));
    private static final Quorum FOUR = new Quorum(4, 6);

    private final Offers offers;
    private final Availability availability;
    private final SessionDecisions decisions;
    private final SoldSessions sold;
    private final Counter counter;
    private final TestClock clock;
    private final School school;

    QuorumTests(
            Offers offers,
            Availability availability,
            SessionDecisions decisions,
            SoldSessions sold,
            Bookings bookings,
            Atomically atomically,
            TestClock clock) {
        this.offers = offers;
        this.availability = availability;
        this.decisions = decisions;
        this.sold = sold;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
        this.school = School.with(offers);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void fourWhoHavePaidAreEnoughAndTheirSessionIsSoldOn() {
        var yoga = yoga(FOUR);
        booked(yoga, FRIDAY, 3);
        booked(yoga, FRIDAY, 1);
        decide(DEADLINE);
        assertThat(state(yoga, FRIDAY)).isEqualTo(SessionState.CONFIRMED);
        booked(yoga, FRIDAY, 1);
        assertThat(starts(yoga)).contains(FRIDAY);
    }

    @Test
    void whoOnlyHoldsASeatIsNotCounted() {
        var yoga = yoga(FOUR);
        booked(yoga, FRIDAY, 3);
        clock.set(DEADLINE.minusSeconds(1));
        counter.held(school.house().order(), yoga, FRIDAY, 1);
        decide(DEADLINE);
        assertThat(state(yoga, FRIDAY)).isEqualTo(SessionState.CALLED_OFF);
        assertThat(offers.get(yoga.id()).arrangement())
                .isInstanceOfSatisfying(
                        Session.class, session -> assertThat(session.without()).containsExactly(TEN));
        assertThat(state(yoga, SATURDAY)).as("decided for itself").isEqualTo(SessionState.UNDECIDED);
        counter.refused(
                BookingReason.NO_SUCH_SESSION, "slotStart", school.house().order(), offers.get(yoga.id()), FRIDAY, 1);
    }

    @Test
    void nobodyJoinsAfterTheDeadlineAlsoIfNothingWasDecidedYet() {
        var yoga = yoga(FOUR);
        booked(yoga, FRIDAY, 3);
        clock.set(DEADLINE.minusSeconds(1));
        assertThat(starts(yoga)).contains(FRIDAY);
        clock.set(DEADLINE);
        assertThat(starts(yoga)).doesNotContain(FRIDAY).contains(SATURDAY);
        assertThat(availability.freeAt(Set.of(yoga.id()), FRIDAY, FRIDAY.plus(Duration.ofHours(1))))
                .isEmpty();
        counter.refused(
                BookingReason.SESSION_CLOSED, "slotStart", school.house().order(), yoga, FRIDAY, 1);
    }

    @Test
    void aPaymentThatComesAfterTheHoldAndTheDeadlineFindsNoSeat() {
        var yoga = yoga(FOUR);
        var late = school.house().order();
        clock.set(DEADLINE.minus(Counter.HOLD));
        counter.held(late, yoga, FRIDAY, 4);
        var request = counter.request(late, 0, yoga, FRIDAY, 4);
        clock.set(DEADLINE.plusSeconds(1));
        assertThat(counter.reclaim(request)).isFalse();
    }

    @Test
    void onceItTakesPlaceNobodyWhoLeavesUndoesIt() {
        var yoga = yoga(FOUR);
        var order = booked(yoga, FRIDAY, 4);
        decide(DEADLINE);
        counter.release(order);
        decide(DEADLINE.plus(Duration.ofHours(1)));
        assertThat(state(yoga, FRIDAY)).isEqualTo(SessionState.CONFIRMED);
        assertThat(starts(yoga)).contains(FRIDAY);
    }

    @Test
    void thePlaceMaySayThatItTakesPlaceHoweverFewCome() {
        var yoga = yoga(FOUR);
        booked(yoga, FRIDAY, 1);
        for (int click = 0; click < 2; click++) {
            assertThat(decisions.confirm(school.merchant(), yoga.id(), FRIDAY)).isInstanceOf(Outcome.Done.class);
        }
        decide(DEADLINE);
        assertThat(state(yoga, FRIDAY)).isEqualTo(SessionState.CONFIRMED);
        counter.held(school.house().order(), yoga, FRIDAY, 1);
    }

    @Test
    void oneOfWhichNobodyHadASeatIsOpenedAgainByThePlace() {
        var yoga = yoga(FOUR);
        decide(DEADLINE);
        assertThat(starts(yoga)).doesNotContain(FRIDAY);
        assertThat(decisions.confirm(school.merchant(), yoga.id(), FRIDAY)).isInstanceOf(Outcome.Done.class);
        assertThat(starts(yoga)).contains(FRIDAY);
    }

    @Test
    void whatWasCalledOffStaysOff() {
        var yoga = yoga(FOUR);
        booked(yoga, FRIDAY, 1);
        decide(DEADLINE);
        assertThat(decisions.confirm(school.merchant(), yoga.id(), FRIDAY))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(BookingReason.SESSION_IS_OFF));
        var again = written(yoga, FOUR);
        counter.refused(
                BookingReason.SESSION_CLOSED, "slotStart", school.house().order(), again, FRIDAY, 1);
    }

    @Test
    void aSeatIsMovedIntoASessionThatIsNotDecidedAndCountsThere() {
        var yoga = yoga(FOUR);
        booked(yoga, SATURDAY, 3);
        var order = booked(yoga, FRIDAY, 1);
        assertThat(counter.move(counter.request(order, 0, yoga, SATURDAY, 1))).isInstanceOf(Outcome.Done.class);
        assertThat(gathering(yoga, SATURDAY).booked()).isEqualTo(4);
        assertThat(gathering(yoga, FRIDAY).booked()).isZero();
    }

    @Test
    void whoHasBoughtIsNotAskedForMoreCompanyThanWasSaid() {
        var yoga = yoga(new Quorum(2, 6));
        booked(yoga, FRIDAY, 2);
        written(yoga, new Quorum(5, 12));
        assertThat(gathering(yoga, FRIDAY).fewest()).isEqualTo(2);
        assertThat(gathering(yoga, FRIDAY).decideAt()).isEqualTo(DEADLINE);
        decide(DEADLINE);
        assertThat(state(yoga, FRIDAY)).isEqualTo(SessionState.CONFIRMED);
    }

    @Test
    void whoBoughtWhenItTookPlaceHoweverFewCameHasItSo() {
        var yoga = yoga(null);
        booked(yoga, FRIDAY, 1);
        written(yoga, FOUR);
        decide(DEADLINE);
        assertThat(state(yoga, FRIDAY)).isEqualTo(SessionState.CONFIRMED);
        assertThat(gathering(yoga, SATURDAY).fewest()).isEqualTo(4);
    }

    @Test
    void aClassThatTakesPlaceHoweverFewComeFromNowOnDoesSoForAll() {
        var yoga = yoga(FOUR);
        booked(yoga, FRIDAY, 1);
        written(yoga, null);
        assertThat(state(yoga, FRIDAY)).isEqualTo(SessionState.CONFIRMED);
    }

    private void decide(Instant at) {
        clock.set(at);
        decisions.decideDue(1_000);
    }

    private UUID booked(Offer offer, Instant start, int people) {
        var order = school.house().order();
        counter.held(order, offers.get(offer.id()), start, people);
        assertThat(counter.confirm(order)).isTrue();
        return order;
    }

    private List<Instant> starts(Offer offer) {
        return availability.slots(offers.get(offer.id()), clock.instant(), SATURDAY.plusSeconds(1)).stream()
                .map(Slot::start)
                .toList();
    }

    private SessionState state(Offer offer, Instant start) {
        return gathering(offer, start).state();
    }

    private Gathering gathering(Offer offer, Instant start) {
        return Objects.requireNonNull(sold.gathering(offers.get(offer.id()), start));
    }

    private Offer yoga(@Nullable Quorum quorum) {
        return Counter.offered(offers, TestOffers.yoga(school.house(), school.lin(), session(quorum)));
    }

    private Offer written(Offer offer, @Nullable Quorum quorum) {
        return Counter.done(
                offers.write(Counter.again(offer, TestOffers.yoga(school.house(), school.lin(), session(quorum)))));
    }

    private static Session session(@Nullable Quorum quorum) {
        return new Session(6, List.of(), Set.of(TEN, TEN.plusDays(1)), Set.of(), quorum);
    }
}
