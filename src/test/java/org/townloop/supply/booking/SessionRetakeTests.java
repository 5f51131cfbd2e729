package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.merchant.Engagements;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.offer.Offers;

/** Whom and what a sold session takes: as the class says now, and as long as somebody has a seat. */
@SupplyTest
class SessionRetakeTests {

    /** Friday at ten in Willow Creek. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-27T10:00");

    private final Offers offers;
    private final Engagements engagements;
    private final Availability availability;
    private final Atomically atomically;
    private final Counter counter;
    private final TestClock clock;
    private final School school;

    SessionRetakeTests(
            Offers offers,
            Engagements engagements,
            Availability availability,
            Bookings bookings,
            Atomically atomically,
            TestClock clock) {
        this.offers = offers;
        this.engagements = engagements;
        this.availability = availability;
        this.atomically = atomically;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
        this.school = School.with(offers);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void whoGivesASoldSessionInsteadIsTakenForIt() {
        var sold = school.yoga(school.lin(), TEN);
        counter.held(school.house().order(), sold, FRIDAY, 1);
        done(offers.write(Counter.again(sold, TestOffers.yoga(school.house(), school.mei(), School.at(TEN)))));
        var soon = FRIDAY.plus(Duration.ofMinutes(30));
        counter.refused(
                BookingReason.SLOT_TAKEN, "slotStart", school.house().order(), school.lesson(school.mei()), soon, 1);
        counter.held(school.house().order(), school.lesson(school.lin()), soon, 1);
        counter.held(school.house().order(), offers.get(sold.id()), FRIDAY, 1);
    }

    @Test
    void aSoldSessionThatIsMadeLongerTakesThatToo() {
        var sold = school.yoga(school.lin(), TEN);
        counter.held(school.house().order(), sold, FRIDAY, 1);
        done(offers.write(school.longer(sold)));
        var after = FRIDAY.plus(Duration.ofHours(1));
        counter.refused(
                BookingReason.SLOT_TAKEN, "slotStart", school.house().order(), school.lesson(school.lin()), after, 1);
        counter.held(school.house().order(), school.lesson(school.lin()), after.plus(Duration.ofHours(1)), 1);
    }

    @Test
    void twoSoldSessionsInARowMayBothGetLonger() {
        var sold = school.yoga(school.lin(), TEN, TEN.plusHours(2));
        counter.held(school.house().order(), sold, FRIDAY, 1);
        counter.held(school.house().order(), sold, FRIDAY.plus(Duration.ofHours(2)), 1);
        done(offers.write(school.longer(sold)));
    }

    @Test
    void whoIsTakenOtherwiseCannotGiveWhatIsSold() {
        var sold = school.yoga(school.lin(), TEN);
        counter.held(school.house().order(), sold, FRIDAY, 1);
        counter.held(school.house().order(), school.lesson(school.mei()), FRIDAY.plus(Duration.ofMinutes(30)), 1);
        var written = offers.write(Counter.again(sold, TestOffers.yoga(school.house(), school.mei(), School.at(TEN))));
        assertThat(written).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal().reason()).isEqualTo(OfferReason.SESSION_PEOPLE_TAKEN);
            assertThat(refused.refusal().facts()).containsEntry("time", "2026-11-27 10:00");
        });
        counter.refused(
                BookingReason.SLOT_TAKEN, "slotStart", school.house().order(), school.lesson(school.lin()), FRIDAY, 1);
    }

    @Test
    void aSessionWhoseOnlySeatWasAHoldThatRanOutIsInNobodysWay() {
        var yoga = school.yoga(school.lin(), TEN);
        var other = Counter.offered(
                offers,
                TestOffers.yoga(school.house(), school.mei(), School.at(TEN.minusHours(1)))); // given by somebody else
        counter.held(school.house().order(), yoga, FRIDAY, 1);
        counter.refused(
                BookingReason.SLOT_TAKEN, "slotStart", school.house().order(), school.lesson(school.lin()), FRIDAY, 1);
        clock.move(Counter.HOLD);
        counter.held(school.house().order(), school.lesson(school.lin()), FRIDAY, 1);
        assertThat(School.seats(yoga)).isZero();
        assertThat(School.seats(other)).isZero();
        assertThat(availability.slots(yoga, FRIDAY, FRIDAY.plusSeconds(60))).isEmpty();
    }

    @Test
    void whoOnlyGivesWhatIsHeldNoMoreMayLeave() {
        counter.held(school.house().order(), school.yoga(school.lin(), TEN), FRIDAY, 1);
        clock.move(Counter.HOLD);
        done(atomically.run(() -> {
            engagements.keepStill(school.house().place());
            return Outcome.done(school.house());
        }));
        assertThat(engagements.after(school.house().place(), clock.instant())).isEmpty();
    }

    private static <T> T done(Outcome<T> outcome) {
        return Counter.done(outcome);
    }
}
