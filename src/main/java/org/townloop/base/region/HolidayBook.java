package org.townloop.base.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;

/**
 * Writes calendars, and which of them a region lives by. Who may do it is for the caller to know, who is told within the
 * transaction what is written.
 */
@Component
public class HolidayBook {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,19}");

    private final HolidayRows rows;
    private final Calendars calendars;
    private final Atomically atomically;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    HolidayBook(
            HolidayRows rows,
            Calendars calendars,
            Atomically atomically,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.atomically = atomically;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /**
     * From now on the region lives by it. A calendar without any year begins as a copy of the one it lived by before.
     *
     * @param calendar a code, {@link Calendars#NO_CALENDAR}, or null to inherit
     */
    public Outcome<RegionId> choose(RegionId region, @Nullable String calendar, Consumer<String> noted) {
        if (calendar != null && !calendar.equals(Calendars.NO_CALENDAR) && !isCode(calendar)) {
            return Outcome.refused(Refusal.of(HolidayReason.CALENDAR_INVALID, "calendar"));
        }
        var before = calendars.of(region).code();
        return atomically.run(() -> {
            if (calendar != null && isCode(calendar) && !before.isEmpty()) {
                rows.copyIfEmpty(before, calendar);
            }
            rows.choose(region, calendar);
            noted.accept(region.number() + " lives by " + calendar);
            return told(region);
        });
    }

    /** Adds a day, or says something else of it than before. */
    public Outcome<RegionId> write(
            RegionId region, String calendar, Holiday day, String source, Consumer<String> noted) {
        var refusal = HolidayFile.refusal(day.name());
        if (refusal != null || !isCode(calendar)) {
            return Outcome.refused(refusal == null ? Refusal.of(HolidayReason.CALENDAR_INVALID, "calendar") : refusal);
        }
        return atomically.run(() -> {
            rows.know(calendar, day.day().getYear(), source);
            rows.write(calendar, List.of(day));
            noted.accept(calendar + " " + day.day() + " " + day.kind());
            return told(region);
        });
    }

    /** The day is its weekday again; nothing happens if it is already. */
    public Outcome<RegionId> remove(RegionId region, String calendar, LocalDate day, Consumer<String> noted) {
        return atomically.run(() -> {
            if (rows.remove(calendar, day)) {
                noted.accept(calendar + " " + day + " removed");
            }
            return told(region);
        });
    }

    /**
     * Writes all years that the file speaks of in place of what was said of them before; nothing of it if a line has a
     * fault.
     */
    public Outcome<Set<Integer>> write(
            RegionId region, String calendar, HolidayFile file, String source, Consumer<String> noted) {
        if (!file.faults().isEmpty()) {
            return Outcome.refused(file.faults().getFirst().refusal());
        }
        if (!isCode(calendar)) {
            return Outcome.refused(Refusal.of(HolidayReason.CALENDAR_INVALID, "calendar"));
        }
        return atomically.run(() -> {
            for (var year : file.years()) {
                rows.know(calendar, year, source);
                rows.clear(calendar, year);
            }
            rows.write(calendar, file.days());
            noted.accept(calendar + " " + file.years() + ", " + file.days().size() + " days");
            told(region);
            return Outcome.done(file.years());
        });
    }

    public static boolean isCode(String calendar) {
        return CODE.matcher(calendar).matches();
    }

    private Outcome<RegionId> told(RegionId region) {
        var changed = new HolidaysChanged(Ids.next(region, clock.instant()));
        events.append(changed);
        local.publishEvent(changed);
        return Outcome.done(region);
    }
}
