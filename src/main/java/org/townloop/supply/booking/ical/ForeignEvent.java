package org.townloop.supply.booking.ical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code VEVENT}, as far as it says when somebody is busy. */
final class ForeignEvent {

    private static final Set<String> ONCE =
            Set.of("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "STATUS", "TRANSP");

    private final Map<String, ContentLine> once = new HashMap<>();
    private final Map<String, List<ContentLine>> often = new HashMap<>();
    private final int number;

    /** @param number of the line in which it begins */
    ForeignEvent(int number) {
        this.number = number;
    }

    void add(ContentLine line) {
        if (ONCE.contains(line.name())) {
            once.putIfAbsent(line.name(), line);
        } else if (line.is("RRULE") || line.is("RDATE") || line.is("EXDATE")) {
            often.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line);
        }
    }

    /** The line in which it begins. */
    int number() {
        return number;
    }

    @Nullable
    ContentLine line(String name) {
        return once.get(name);
    }

    List<ContentLine> lines(String name) {
        return often.getOrDefault(name, List.of());
    }

    /** What its occurrences are known by; one without a name is known by where it stands. */
    String uid() {
        var uid = once.get("UID");
        return uid == null ? "line " + number : uid.value().strip();
    }

    /** Whether anybody is busy because of it. */
    boolean isBusy() {
        return !is("STATUS", "CANCELLED") && !is("TRANSP", "TRANSPARENT");
    }

    private boolean is(String name, String word) {
        var line = once.get(name);
        return line != null && line.word().equals(word);
    }

    ForeignTime start(ForeignZones zones) throws NoCalendar {
        var line = once.get("DTSTART");
        if (line == null) {
            throw NoCalendar.at(CalendarReason.CALENDAR_TIME_UNREADABLE, number, "DTSTART");
        }
        return ForeignTime.of(line, zones);
    }

    Length length(ForeignTime start, ForeignZones zones) throws NoCalendar {
        var end = once.get("DTEND");
        if (end != null) {
            return Length.between(start, ForeignTime.of(end, zones));
        }
        var duration = once.get("DURATION");
        if (duration != null) {
            return Length.of(duration, duration.value());
        }
        return new Length(start.isDay() ? 1 : 0, java.time.Duration.ZERO);
    }
}
