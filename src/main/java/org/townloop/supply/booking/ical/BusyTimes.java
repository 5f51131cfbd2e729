package org.townloop.supply.booking.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.townloop.supply.merchant.TimeSpan;

/**
 * When somebody is busy, as their calendar says: its events, repeated as they repeat, without those that were called off
 * and those beside which one is free.
 */
public final class BusyTimes {

    /** The most events in one calendar, and the most times in the window. */
    public static final int MOST = 10_000;

    private record Occurrence(ForeignTime start, Length length) {}

    private final TimeSpan window;
    private final ForeignZones zones;
    private final List<ForeignEvent> events = new ArrayList<>();
    private long steps;

    private BusyTimes(TimeSpan window, ZoneId usual) {
        this.window = window;
        this.zones = new ForeignZones(usual);
    }

    /**
     * Reads a calendar, whole or not at all.
     *
     * @param window what lies outside of it is left out
     * @param usual the zone of days and of times without one
     * @return in order and apart
     * @throws NoCalendar with the line, if something that matters cannot be read, or it has no end
     */
    public static List<TimeSpan> read(String text, TimeSpan window, ZoneId usual) throws NoCalendar {
        var busy = new BusyTimes(window, usual);
        busy.gather(new ContentLines(text));
        return apart(busy.spans());
    }

    private void gather(ContentLines lines) throws NoCalendar {
        var first = lines.next();
        if (first == null || !first.is("BEGIN") || !first.word().equals("VCALENDAR") || first.number() > 3) {
            throw NoCalendar.at(CalendarReason.CALENDAR_IS_NONE, 1, "");
        }
        var open = new ArrayList<>(List.of("VCALENDAR"));
        ForeignEvent event = null;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (open.contains("VTIMEZONE")) {
                zones.define(line);
            }
            if (line.is("BEGIN")) {
                open.add(line.word());
                if (line.word().equals("VEVENT") && event == null) {
                    event = new ForeignEvent(line.number());
                }
            } else if (line.is("END")) {
                close(open, line);
                if (event != null && !open.contains("VEVENT")) {
                    keep(event);
                    event = null;
                }
            } else if (event != null && open.getLast().equals("VEVENT")) {
                event.add(line);
            }
        }
        if (!open.isEmpty()) {
            throw NoCalendar.at(CalendarReason.CALENDAR_HAS_NO_END, lines.number(), "END:" + open.getLast());
        }
    }

    private static void close(List<String> open, ContentLine line) throws NoCalendar {
        var last = open.isEmpty() ? "" : open.getLast();
        if (!last.equals(line.word())) {
            if (open.isEmpty()) {
                return; // a second calendar after the first
            }
            throw NoCalendar.at(CalendarReason.CALENDAR_HAS_NO_END, line.number(), "END:" + last);
        }
        open.removeLast();
    }

    private void keep(ForeignEvent event) throws NoCalendar {
        if (events.size() == MOST) {
            throw tooMany(event.number());
        }
        events.add(event);
    }

    private List<TimeSpan> spans() throws NoCalendar {
        var replaced = replaced();
        var spans = new ArrayList<TimeSpan>();
        for (var event : events) {
            if (!event.isBusy()) {
                continue;
            }
            var others = event.line("RECURRENCE-ID") == null
                    ? replaced.getOrDefault(event.uid(), Set.of())
                    : Set.<Instant>of();
            for (var occurrence : occurrences(event)) {
                var start = occurrence.start().instant();
                var end = occurrence.length().after(occurrence.start());
                if (!others.contains(start)
                        && start.isBefore(window.end())
                        && end.isAfter(window.start())
                        && end.isAfter(start)) {
                    spans.add(new TimeSpan(
                            start.isBefore(window.start()) ? window.start() : start,
                            end.isAfter(window.end()) ? window.end() : end));
                }
            }
            if (spans.size() > MOST) {
                throw tooMany(event.number());
            }
        }
        return spans;
    }

    /** The occurrences that were changed: what they have become is an event of its own, by the same name. */
    private Map<String, Set<Instant>> replaced() throws NoCalendar {
        var replaced = new HashMap<String, Set<Instant>>();
        for (var event : events) {
            var original = event.line("RECURRENCE-ID");
            if (original != null) {
                replaced.computeIfAbsent(event.uid(), uid -> new HashSet<>())
                        .add(ForeignTime.of(original, zones).instant());
            }
        }
        return replaced;
    }

    private List<Occurrence> occurrences(ForeignEvent event) throws NoCalendar {
        var first = event.start(zones);
        var length = event.length(first, zones);
        var starts = new TreeMap<Instant, Occurrence>();
        starts.put(first.instant(), new Occurrence(first, length));
        for (var rule : event.lines("RRULE")) {
            for (var wall : repeated(new Repetition(rule), rule, first, length)) {
                var start = first.at(wall);
                starts.put(start.instant(), new Occurrence(start, length));
            }
        }
        for (var line : event.lines("RDATE")) {
            for (var time : line.value().split(",")) {
                var slash = time.indexOf('/');
                var start = ForeignTime.of(line, slash < 0 ? time : time.substring(0, slash), zones);
                starts.put(
                        start.instant(),
                        new Occurrence(start, slash < 0 ? length : length(line, start, time.substring(slash + 1))));
            }
        }
        for (var line : event.lines("EXDATE")) {
            for (var time : line.value().split(",")) {
                var gone = ForeignTime.of(line, time, zones);
                if (gone.isDay() && !first.isDay()) { // some name the day of what is at a time
                    starts.values()
                            .removeIf(each -> each.start()
                                    .wall()
                                    .toLocalDate()
                                    .equals(gone.wall().toLocalDate()));
                }
                starts.remove(gone.instant());
            }
        }
        return List.copyOf(starts.values());
    }

    private Length length(ContentLine line, ForeignTime start, String end) throws NoCalendar {
        return end.strip().startsWith("P")
                ? Length.of(line, end)
                : Length.between(start, ForeignTime.of(line, end, zones));
    }

    private List<LocalDateTime> repeated(Repetition rule, ContentLine line, ForeignTime first, Length length)
            throws NoCalendar {
        var longBefore = window.start().minus(length.time().abs());
        var from = LocalDateTime.ofInstant(longBefore, first.zone()).minusDays(length.days() + 1L);
        var to = LocalDateTime.ofInstant(window.end(), first.zone()).plusDays(1);
        steps += rule.steps(first.wall(), from, to);
        if (steps > Repetition.MOST_STEPS) {
            throw NoCalendar.at(CalendarReason.CALENDAR_REPEATS_TOO_OFTEN, line.number(), line.value());
        }
        var times = rule.between(first, from, to, MOST + 1);
        if (times.size() > MOST) {
            throw tooMany(line.number());
        }
        return times;
    }

    private static NoCalendar tooMany(int line) {
        return new NoCalendar(CalendarReason.CALENDAR_TOO_MANY_EVENTS, Map.of("line", line, "max", MOST));
    }

    /** The same time, in stretches that do not touch. */
    private static List<TimeSpan> apart(List<TimeSpan> spans) {
        var apart = new ArrayList<TimeSpan>();
        for (var span :
                spans.stream().sorted(Comparator.comparing(TimeSpan::start)).toList()) {
            var last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || last.end().isBefore(span.start())) {
                apart.add(span);
            } else if (span.end().isAfter(last.end())) {
                apart.set(apart.size() - 1, new TimeSpan(last.start(), span.end()));
            }
        }
        return apart;
    }
}
