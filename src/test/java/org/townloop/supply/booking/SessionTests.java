package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SetMenu;

/** Classes: seats are counted, and who gives them is nowhere else. */
@SupplyTest
class SessionTests {

    /** Friday at ten in Willow Creek. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    private static final Session FRIDAYS = new Session(
            6,
            List.of(new Session.Weekly(DayOfWeek.FRIDAY, LocalTime.of(10, 0), null, null)),
            Set.of(LocalDateTime.parse("2026-11-28T15:00")),
            Set.of(LocalDateTime.parse("2026-12-04T10:00")));

    private final Offers offers;
    private final Availability availability;
    private final SoldSessions sold;
    private final Counter counter;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestSalon school = TestSalon.with(2, 0);

    SessionTests(
            Offers offers,
            Availability availability,
            SoldSessions sold,
            Bookings bookings,
            Atomically atomically,
            TestClock clock) {
        this.offers = offers;
        this.availability = availability;
        this.sold = sold;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void theSeatsOfASessionAreSoldAndNoMore() {
        var yoga = yoga(school.staff().getFirst());
        assertThat(left(yoga)).isEqualTo(6);
        counter.held(school.order(), yoga, FRIDAY, 4);
        assertThat(left(yoga)).isEqualTo(2);
        counter.refused(BookingReason.TOO_FEW_LEFT, "quantity", school.order(), yoga, FRIDAY, 3);
        counter.held(school.order(), yoga, FRIDAY, 2);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", school.order(), yoga, FRIDAY, 1);
        assertThat(slots(yoga)).doesNotContain(FRIDAY);
    }

    /** It may have other times by now, or be no class any more: what was sold takes place, and is not forgotten. */
    @Test
    void aSessionThatFellOutOfTheWeeksIsStillThere() {
        var yoga = yoga(school.staff().getFirst());
        counter.held(school.order(), yoga, FRIDAY, 2);
        var later = FRIDAY.plus(Duration.ofDays(1));
        Counter.done(offers.write(privately(yoga.id(), school.staff().getFirst())));
        assertThat(sold.between(school.place(), clock.instant(), later)).isEqualTo(Map.of(yoga.id(), Set.of(FRIDAY)));
        assertThat(sold.between(school.place(), later, later.plus(Duration.ofDays(7))))
                .isEmpty();
    }

    @Test
    void itTakesPlaceWhenThePlaceSays() {
        var yoga = yoga(school.staff().getFirst());
        assertThat(slots(yoga))
                .containsExactly(FRIDAY, Instant.parse("2026-11-28T07:00:00Z"), Instant.parse("2026-12-11T02:00:00Z"));
        counter.refused(BookingReason.NO_SUCH_SESSION, "slotStart", school.order(), yoga, FRIDAY.plusSeconds(900), 1);
        counter.refused(
                BookingReason.NO_SUCH_SESSION,
                "slotStart",
                school.order(),
                yoga,
                Instant.parse("2026-12-04T02:00:00Z"),
                1);
    }

    @Test
    void withTheFirstSeatTheTeacherIsTakenAndWithTheLastFree() {
        var teacher = school.staff().getFirst();
        var yoga = yoga(teacher);
        var lesson = Counter.offered(offers, lesson(teacher));
        var first = school.order();
        var second = school.order();
        counter.held(first, yoga, FRIDAY, 1);
        counter.held(second, yoga, FRIDAY, 2);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", school.order(), lesson, FRIDAY.plusSeconds(1800), 1);
        counter.release(first);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", school.order(), lesson, FRIDAY.plusSeconds(1800), 1);
        counter.release(second);
        counter.held(school.order(), lesson, FRIDAY.plusSeconds(1800), 1);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", school.order(), yoga, FRIDAY, 1);
        assertThat(slots(yoga)).doesNotContain(FRIDAY);
    }

    @Test
    void aTeacherIsNotGivenTwoClassesAtOnce() {
        var teacher = school.staff().getFirst();
        yoga(teacher);
        var other = write(school.staff().get(1), FRIDAYS);
        assertThat(other).isInstanceOf(Outcome.Done.class);
        var clash = new Session(4, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:45")), Set.of());
        assertThat(write(teacher, clash)).satisfies(outcome -> {
            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(((Outcome.Refused<Offer>) outcome).refusal().reason()).isEqualTo(OfferReason.STAFF_TWICE);
        });
        var after = new Session(4, List.of(), Set.of(LocalDateTime.parse("2026-11-27T11:00")), Set.of());
        assertThat(write(teacher, after)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whenClocksChangeASessionKeepsItsTimeOnTheWall() {
        var nightly = new Session(
                4, List.of(new Session.Weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 30), null, null)), Set.of(), Set.of());
        var zone = java.time.ZoneId.of("America/New_York");
        assertThat(nightly.between(zone, Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-16T00:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-03-01T07:30:00Z"),
                        Instant.parse("2026-03-08T07:30:00Z"), // 02:30 is left out: 03:30 of the new time
                        Instant.parse("2026-03-15T06:30:00Z"));
        var early = new Session(
                4, List.of(new Session.Weekly(DayOfWeek.SUNDAY, LocalTime.of(1, 30), null, null)), Set.of(), Set.of());
        assertThat(early.between(zone, Instant.parse("2026-10-31T00:00:00Z"), Instant.parse("2026-11-09T00:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-11-01T05:30:00Z"), // the first of two
                        Instant.parse("2026-11-08T06:30:00Z"));
        assertThat(early.isAt(zone, Instant.parse("2026-11-01T06:30:00Z"))).isFalse();
    }

    private Offer yoga(StaffId teacher) {
        return Counter.done(write(teacher, FRIDAYS));
    }

    private Outcome<Offer> write(StaffId teacher, Session session) {
        owner.update(
                "update merchant.place set trade = 'classes' where id = ?",
                school.place().value());
        return offers.write(TestOffers.yoga(school, teacher, session));
    }

    private NewOffer lesson(StaffId teacher) {
        return privately(null, teacher);
    }

    /** The class as lessons of one, by appointment. */
    private NewOffer privately(@Nullable OfferId id, StaffId teacher) {
        var yoga = TestOffers.yoga(school, teacher, FRIDAYS);
        return new NewOffer(
                id,
                yoga.place(),
                yoga.pack(),
                yoga.title(),
                yoga.description(),
                Money.of(30_000, "CNY"),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                null,
                yoga.attributes(),
                Set.of(teacher),
                "private",
                org.townloop.supply.offer.Appointment.AT_A_TIME,
                SetMenu.NONE,
                true);
    }

    private int left(Offer offer) {
        return availability
                .slots(offer, FRIDAY, FRIDAY.plusSeconds(60))
                .getFirst()
                .left();
    }

    private List<Instant> slots(Offer offer) {
        return availability.slots(offer, FRIDAY, FRIDAY.plus(Duration.ofDays(15))).stream()
                .map(Slot::start)
                .toList();
    }
}
