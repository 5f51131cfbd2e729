package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;

/** Classes that are changed, or of which sessions are called off, when some of them are held or sold. */
@SupplyTest
class SessionChangesTests {

    /** Friday at ten in Willow Creek. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-27T10:00");

    private final Offers offers;
    private final OfferDesk desk;
    private final Bookings bookings;
    private final CalledOffSessions calledOff;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Counter counter;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final School school;

    SessionChangesTests(
            Offers offers,
            OfferDesk desk,
            Bookings bookings,
            CalledOffSessions calledOff,
            ApplicationContext town,
            Atomically atomically,
            TestClock clock) {
        this.offers = offers;
        this.school = School.with(offers);
        this.desk = desk;
        this.bookings = bookings;
        this.calledOff = calledOff;
        this.town = town;
        this.atomically = atomically;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aSeatOfASessionThatIsCalledOffMeanwhileIsNotSold() {
        var read = school.yoga(school.lin(), TEN);
        done(desk.callOff(school.merchant(), read.id(), TEN));
        var hold = counter.request(school.house().order(), 1, read, FRIDAY, 1);
        assertThatThrownBy(() -> counter.hold(List.of(hold))).isInstanceOf(OptimisticLockingFailureException.class);
        var reads = new Offer[] {read, offers.get(read.id())}; // the first time as it was, then as it is
        var attempts = new int[1];
        var again = atomically.run(() ->
                bookings.hold(List.of(counter.request(school.house().order(), 1, reads[attempts[0]++], FRIDAY, 1))));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(BookingReason.NO_SUCH_SESSION));
        assertThat(attempts).containsExactly(2);
    }

    @Test
    void aPaymentThatComesAfterTheSessionWasCalledOffTakesNothing() {
        var sold = school.yoga(school.lin(), TEN);
        var order = school.house().order();
        counter.held(order, sold, FRIDAY, 1);
        clock.move(Counter.HOLD);
        done(desk.callOff(school.merchant(), sold.id(), TEN));
        assertThat(counter.reclaim(counter.request(order, 1, sold, FRIDAY, 1))).isFalse();
        assertThat(School.seats(sold)).isZero();
    }

    @Test
    void withoutALookUnderTheLockBothAreSold() {
        var read = school.yoga(school.lin(), TEN);
        done(desk.callOff(school.merchant(), read.id(), TEN));
        var blind = new Counter(blind(), atomically, clock);
        assertThat(blind.hold(school.house().order(), read, FRIDAY, 1)).isInstanceOf(Outcome.Done.class);
        assertThat(blind.reclaim(blind.request(school.house().order(), 1, read, FRIDAY, 1)))
                .isTrue();
        assertThat(School.seats(read)).isEqualTo(2);
    }

    @Test
    void whatHadNotBegunWhenItWasCalledOffIsCalledOffHoweverLateThatIsRead() {
        var sold = school.yoga(school.lin(), TEN);
        var order = school.house().order();
        counter.held(order, sold, FRIDAY, 1);
        counter.confirm(order);
        clock.set(FRIDAY.minus(Duration.ofMinutes(5)));
        var off = done(desk.callOff(school.merchant(), sold.id(), TEN));
        clock.set(FRIDAY.plus(Duration.ofMinutes(5)));
        assertThat(calledOff.orders(off, FRIDAY.minus(Duration.ofMinutes(5)))).containsExactly(order);
        assertThat(calledOff.orders(off, clock.instant())).isEmpty();
        assertThat(calledOff.concerns(order)).isTrue();
    }

    @Test
    void aHoldThatRanOutAndIsStillThereIsCalledOffToo() {
        var sold = school.yoga(school.lin(), TEN);
        var order = school.house().order();
        counter.held(order, sold, FRIDAY, 1);
        clock.move(Counter.HOLD);
        var off = done(desk.callOff(school.merchant(), sold.id(), TEN));
        assertThat(calledOff.orders(off, clock.instant())).containsExactly(order);
    }

    @Test
    void aSessionIsCalledOffThoughItsTeacherHasLeftAndThePackHasChanged() {
        var sold = school.yoga(school.lin(), TEN);
        owner.update(
                "update merchant.staff set left_at = now() where id = ?",
                school.lin().value());
        assertThat(offers.write(Counter.again(sold, TestOffers.yoga(school.house(), school.lin(), School.at(TEN)))))
                .as("written as a whole it is refused")
                .isInstanceOf(Outcome.Refused.class);
        var off = done(desk.callOff(school.merchant(), sold.id(), TEN));
        assertThat(((Session) off.arrangement()).without()).containsExactly(TEN);
        assertThat(off.version()).isEqualTo(sold.version() + 1);
        assertThat(off.packVersion()).isEqualTo(sold.packVersion());
        assertThat(off.staff()).isEqualTo(sold.staff());
        assertThat(done(desk.callOff(school.merchant(), sold.id(), TEN)).version())
                .isEqualTo(off.version());
    }

    @Test
    void whatCannotHaveBeenSoldIsNotCalledOff() {
        var sold = school.yoga(school.lin(), TEN);
        for (var time :
                List.of(TEN.plusYears(7_000), TEN.minusYears(1), TEN.plusNanos(500_000_000), TEN.plusMinutes(1))) {
            assertThatThrownBy(() -> desk.callOff(school.merchant(), sold.id(), time))
                    .as(time.toString())
                    .isInstanceOf(Absent.class);
        }
        assertThat(offers.get(sold.id())).isEqualTo(sold);
    }

    @Test
    void timesThatAreLongOverAreForgotten() {
        var old = LocalDateTime.parse("2026-10-01T10:00");
        var session = new Session(6, List.of(), Set.of(TEN, old), Set.of(old.plusDays(1), TEN.minusDays(3)));
        var sold = Counter.offered(offers, TestOffers.yoga(school.house(), school.lin(), session));
        var off =
                (Session) done(desk.callOff(school.merchant(), sold.id(), TEN)).arrangement();
        assertThat(off.once()).containsExactly(TEN);
        assertThat(off.without()).containsExactlyInAnyOrder(TEN, TEN.minusDays(3));
    }

    @Test
    void whatIsCalledOffInTheHourThatIsLeftOutDoesNotTakePlace() {
        var nightly = new Session(
                4, List.of(new Session.Weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 30), null, null)), Set.of(), Set.of());
        var zone = ZoneId.of("America/New_York");
        var start = Instant.parse("2026-03-08T07:30:00Z"); // 02:30 is left out: 03:30 of the new time
        assertThat(nightly.isAt(zone, start)).isTrue();
        var shown = LocalDateTime.ofInstant(start, zone);
        assertThat(shown).isEqualTo(LocalDateTime.parse("2026-03-08T03:30"));
        var off = new Session(4, nightly.weekly(), Set.of(), Set.of(shown));
        assertThat(off.calledOff(zone)).containsExactly(start);
        assertThat(off.isAt(zone, start)).isFalse();
    }

    /** Bookings that believe what was read before the lock. */
    private Bookings blind() {
        var soldNow = new SoldNow(offers) {
            @Override
            List<HoldRequest> unchanged(List<HoldRequest> requests) {
                return requests;
            }

            @Override
            List<HoldRequest> like(List<HoldRequest> requests) {
                return requests;
            }
        };
        return OtherBookings.of(town).with(soldNow).bookings();
    }

    private static <T> T done(Outcome<T> outcome) {
        return Counter.done(outcome);
    }
}
