package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.TownAddress;
import org.townloop.base.notice.SealedPaths;
import org.townloop.supply.booking.ForeignCalendarRows.Reading;
import org.townloop.supply.booking.ical.CalendarReason;
import org.townloop.supply.booking.ical.NoCalendar;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.merchant.Workplaces;

/** The calendars that are kept elsewhere of those who work or stand at a place, as its desk sees to them. */
@Component
public class ForeignCalendars {

    /** As long as an address may be. */
    public static final int LONGEST_ADDRESS = 2_000;

    private static final String FIELD = "address";
    private static final Duration BETWEEN_READS = Duration.ofMinutes(1);

    private final Workplaces workplaces;
    private final Places places;
    private final ForeignCalendarRows rows;
    private final CalendarReader reader;
    private final Absences absences;
    private final Collisions collisions;
    private final SealedPaths seals;
    private final TownAddress town;
    private final Atomically atomically;
    private final Clock clock;

    ForeignCalendars(
            Workplaces workplaces,
            Places places,
            ForeignCalendarRows rows,
            CalendarReader reader,
            Absences absences,
            Collisions collisions,
            SealedPaths seals,
            TownAddress town,
            Atomically atomically,
            Clock clock) {
        this.workplaces = workplaces;
        this.places = places;
        this.rows = rows;
        this.reader = reader;
        this.absences = absences;
        this.collisions = collisions;
        this.seals = seals;
        this.town = town;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** Those of the place. */
    public List<ForeignCalendar> at(PlaceId place) {
        return rows.at(place, clock.instant());
    }

    /** What is booked at times at which a foreign calendar says that whoever is booked is busy, by time. */
    public List<Collision> collisions(PlaceId place) {
        return collisions.at(place, clock.instant());
    }

    /**
     * Reads a calendar for the first time, and from then on again and again. It takes the place of an earlier one.
     *
     * @return how many stretches of busy time it has, or refused with {@link CalendarReason}: nothing was written then
     * @throws Absent if nobody and nothing at the place is that, or the actor does not run it
     */
    public Outcome<Integer> add(Actor actor, PlaceId place, UUID subject, String typed) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        var refusal = refusal(place, subject);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        try {
            var address = CalendarWire.address(typed);
            if (typed.length() > LONGEST_ADDRESS) {
                throw new NoCalendar(CalendarReason.CALENDAR_ADDRESS_UNREADABLE, Map.of());
            }
            if (address.getHost().equalsIgnoreCase(town.host())
                    && address.getPath().startsWith("/calendars/")) {
                throw new NoCalendar(CalendarReason.CALENDAR_IS_OURS, Map.of());
            }
            var fetched = reader.fetch(address);
            var times = reader.times(place, fetched.text());
            var sealed = seals.seal(address.toString());
            var calendar = new Reading(place, subject, sealed, UUID.randomUUID(), fetched, null, 0);
            return atomically.run(() -> added(actor, calendar, address.getHost(), times));
        } catch (NoCalendar e) {
            return Outcome.refused(e.refusal(FIELD));
        }
    }

    /**
     * Its times are free again.
     *
     * @throws Absent if there is none, or the actor does not run the place
     */
    public void remove(Actor actor, PlaceId place, UUID subject) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        atomically.run(() -> {
            absences.lock(place);
            if (!rows.remove(place, subject)) {
                throw new Absent("calendar of " + subject);
            }
            absences.tell(place);
            return Outcome.done(subject);
        });
    }

    /**
     * Reads it now, also if it was given up.
     *
     * @return refused if it was read within the last minute, or cannot be read
     * @throws Absent if there is none, or the actor does not run the place
     */
    public Outcome<UUID> readNow(Actor actor, PlaceId place, UUID subject) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        var again = clock.instant().plus(BETWEEN_READS);
        var taken = rows.takeOne(place, subject, clock.instant(), again);
        if (taken.isEmpty()) {
            if (rows.find(place, subject).isEmpty()) {
                throw new Absent("calendar of " + subject);
            }
            return Outcome.refused(Refusal.of(CalendarReason.CALENDAR_JUST_READ, FIELD, Map.of("again", again)));
        }
        reader.read(taken.get());
        return Outcome.done(subject);
    }

    private Outcome<Integer> added(Actor actor, Reading calendar, String host, List<TimeSpan> times) {
        absences.lock(calendar.place());
        rows.put(calendar, host, actor.person(), clock.instant(), reader.next());
        absences.write(calendar.place(), calendar.subject(), times);
        return Outcome.done(times.size());
    }

    private @Nullable Refusal refusal(PlaceId place, UUID subject) {
        if (!reader.isThere(place, subject)) {
            throw new Absent("nobody at the place is " + subject);
        }
        return places.resources(place).stream()
                .filter(each -> each.id().value().equals(subject) && each.units() > 1)
                .findFirst()
                .map(each -> Refusal.of(CalendarReason.CALENDAR_FOR_ONE_ONLY, FIELD, Map.of("units", each.units())))
                .orElse(null);
    }
}
