package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.TownAddress;
import org.townloop.base.kernel.wire.Reach;
import org.townloop.base.notice.SealedPaths;
import org.townloop.base.region.Regions;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A salon of which one person, and one chair, has a calendar elsewhere. */
abstract class ForeignCalendarTown {

    /** Saturday at three in the afternoon of Shanghai. */
    static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    static final String AT_THREE = "DTSTART:20261128T070000Z\nDURATION:PT1H";
    static final String AT_FIVE = "DTSTART:20261128T090000Z\nDURATION:PT1H";

    final ApplicationContext town;
    final Counter counter;
    final Availability availability;
    final Absences absences;
    final Offers offers;
    final TestClock clock;
    final TestSalon salon = TestSalon.with(1, 1);
    final UUID lin = salon.staff().getFirst().value();
    final FeedServer server = new FeedServer();
    final Actor owner;
    final Offer haircut;
    CalendarReader reader;
    ForeignCalendars calendars;

    ForeignCalendarTown(ApplicationContext town) {
        this.town = town;
        this.clock = town.getBean(TestClock.class);
        clock.set(TestClock.START);
        this.counter = new Counter(town.getBean(Bookings.class), town.getBean(Atomically.class), clock);
        this.availability = town.getBean(Availability.class);
        this.absences = town.getBean(Absences.class);
        this.offers = town.getBean(Offers.class);
        var merchant = new PersonId(TestPeople.merchantOf(salon).id());
        this.owner = town.getBean(People.class).actor(merchant).orElseThrow();
        this.haircut = Counter.offered(offers, salon.haircut());
        this.reader = reader(Reach.ANYWHERE, Duration.ofSeconds(10), 1024 * 1024);
        this.calendars = calendars(reader);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @AfterEach
    void close() {
        server.close();
        TestTown.jdbc().sql("delete from booking.foreign_calendar").update();
    }

    void reads(Reach reach) {
        reads(reach, Duration.ofSeconds(10), 1024 * 1024);
    }

    void reads(Reach reach, Duration timeout, int bytes) {
        reader = reader(reach, timeout, bytes);
        calendars = calendars(reader);
    }

    CalendarReader reader(Reach reach, Duration timeout, int bytes) {
        return new CalendarReader(
                town.getBean(ForeignCalendarRows.class),
                absences,
                new CalendarWire(reach, timeout, bytes),
                town.getBean(SealedPaths.class),
                town.getBean(Places.class),
                town.getBean(Regions.class),
                town.getBean(Atomically.class),
                new CalendarSettings(Duration.ofMinutes(15), timeout, 1, true),
                clock);
    }

    ForeignCalendars calendars(CalendarReader by) {
        return new ForeignCalendars(
                town.getBean(Workplaces.class),
                town.getBean(Places.class),
                town.getBean(ForeignCalendarRows.class),
                by,
                absences,
                town.getBean(Collisions.class),
                town.getBean(SealedPaths.class),
                town.getBean(TownAddress.class),
                town.getBean(Atomically.class),
                clock);
    }

    Optional<Refusal> add() {
        return refusal(calendars.add(owner, salon.place(), lin, server.address()));
    }

    static Optional<Refusal> refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Optional.empty();
            case Outcome.Refused<?>(var refusal) -> Optional.of(refusal);
        };
    }

    ForeignCalendar calendar() {
        return calendars.at(salon.place()).getFirst();
    }

    Refusal fault() {
        return Optional.ofNullable(calendar().fault()).orElseThrow();
    }

    List<Instant> slots() {
        return availability.slots(haircut, THREE, THREE.plus(Duration.ofHours(3))).stream()
                .map(Slot::start)
                .toList();
    }
}
