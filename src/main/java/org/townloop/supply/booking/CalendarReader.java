package org.townloop.supply.booking;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.SealedPaths;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.CalendarWire.Fetched;
import org.townloop.supply.booking.CalendarWire.NotNow;
import org.townloop.supply.booking.ForeignCalendarRows.Reading;
import org.townloop.supply.booking.ical.BusyTimes;
import org.townloop.supply.booking.ical.CalendarReason;
import org.townloop.supply.booking.ical.NoCalendar;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Reads foreign calendars again when it is time, and no sooner: one that fails is left alone for longer each time, keeps
 * its last good times, and is given up after two weeks. No transaction is open while somebody else's machine is waited for.
 */
@Component
public class CalendarReader {

    static final Duration GIVES_UP_AFTER = Duration.ofDays(14);

    private static final Logger LOG = LoggerFactory.getLogger(CalendarReader.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
    private static final int AT_ONCE = 8;
    private static final int BATCH = 40;
    private static final int MOST_DOUBLINGS = 10;

    private final ForeignCalendarRows rows;
    private final Absences absences;
    private final CalendarWire wire;
    private final SealedPaths seals;
    private final Places places;
    private final Regions regions;
    private final Atomically atomically;
    private final CalendarSettings settings;
    private final Clock clock;
    private final AtomicBoolean reading = new AtomicBoolean();

    CalendarReader(
            ForeignCalendarRows rows,
            Absences absences,
            CalendarWire wire,
            SealedPaths seals,
            Places places,
            Regions regions,
            Atomically atomically,
            CalendarSettings settings,
            Clock clock) {
        this.rows = rows;
        this.absences = absences;
        this.wire = wire;
        this.seals = seals;
        this.places = places;
        this.regions = regions;
        this.atomically = atomically;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to read what is due, and does not wait for it: other work is not kept waiting by other people's machines. */
    public void begin() {
        if (reading.compareAndSet(false, true)) {
            Thread.ofVirtual().name("calendars").start(() -> {
                try {
                    readDue();
                } catch (RuntimeException e) {
                    LOG.warn("foreign calendars are read again in a minute: {}", e.toString());
                } finally {
                    reading.set(false);
                }
            });
        }
    }

    /** Reads what is due, some at once; how many those were. */
    int readDue() {
        var now = clock.instant();
        var due = rows.take(now, now.plus(LEASE), BATCH);
        try (var readers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            due.forEach(each -> readers.execute(() -> readOrWarn(each)));
        }
        return due.size();
    }

    /** What fails otherwise than a calendar may is tried again when the lease is over. */
    private void readOrWarn(Reading calendar) {
        try {
            read(calendar);
        } catch (RuntimeException e) {
            LOG.warn("the calendar of {} is read again later: {}", calendar.subject(), e.toString());
        }
    }

    /** Reads it now, and writes down what came of it. */
    void read(Reading calendar) {
        try {
            if (isThere(calendar)) {
                var fetched = wire.fetch(address(calendar), calendar.before());
                written(calendar, fetched);
            } else {
                atomically.run(() -> Outcome.done(rows.remove(calendar.place(), calendar.subject())));
            }
        } catch (NoCalendar e) {
            failed(calendar, e, Duration.ZERO);
        } catch (NotNow e) {
            failed(calendar, e.why(), e.pause());
        }
    }

    /** Fetches and reads a calendar that is not stored yet. */
    Fetched fetch(URI address) throws NoCalendar {
        try {
            return wire.fetch(address, null);
        } catch (NotNow e) {
            throw e.why();
        }
    }

    /** When the owner of a calendar is busy, in the year that can be booked. */
    List<TimeSpan> times(PlaceId place, @Nullable String text) throws NoCalendar {
        var zone = regions.get(place.region()).zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var window = new TimeSpan(
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(Roster.YEAR + 1).atStartOfDay(zone).toInstant());
        return BusyTimes.read(text == null ? "" : text, window, zone);
    }

    Instant next() {
        return clock.instant().plus(settings.every());
    }

    private void written(Reading calendar, Fetched fetched) throws NoCalendar {
        var times = fetched.text() == null ? null : times(calendar.place(), fetched.text());
        atomically.run(() -> {
            if (times != null) {
                absences.lock(calendar.place());
            }
            if (rows.wasRead(calendar, fetched, clock.instant(), next()) && times != null) {
                absences.write(calendar.place(), calendar.subject(), times);
            }
            return Outcome.done(calendar);
        });
    }

    private void failed(Reading calendar, NoCalendar why, Duration asked) {
        var now = clock.instant();
        var since = calendar.failingSince() == null ? now : calendar.failingSince();
        var pause = pause(calendar.failures());
        var longer = asked.compareTo(pause) > 0 ? asked : pause;
        var over = !now.isBefore(since.plus(GIVES_UP_AFTER));
        rows.failed(calendar, why, since, over ? null : now.plus(longer));
    }

    /** Twice as long each time. */
    private Duration pause(int failures) {
        var pause = settings.every().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private URI address(Reading calendar) throws NoCalendar {
        var opened = seals.open(calendar.sealed());
        if (opened.isEmpty()) {
            throw new NoCalendar(CalendarReason.CALENDAR_ADDRESS_LOST, Map.of());
        }
        return CalendarWire.address(opened.get());
    }

    private boolean isThere(Reading calendar) {
        return isThere(calendar.place(), calendar.subject());
    }

    /** Whether they still work or stand there. */
    boolean isThere(PlaceId place, UUID subject) {
        return places.staff(place).stream().anyMatch(each -> each.id().value().equals(subject))
                || places.resources(place).stream()
                        .anyMatch(each -> each.id().value().equals(subject));
    }
}
