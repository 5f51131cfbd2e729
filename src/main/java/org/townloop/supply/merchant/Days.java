package org.townloop.supply.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The days of one place's calendar as they fall on the line of time.
 *
 * @param exceptions the days that differ, with what is open then
 */
record Days(
        LocalDate first,
        LocalDate last,
        ZoneId zone,
        Instant from,
        Instant to,
        Map<LocalDate, List<WallSpan>> exceptions) {

    /** The place's own week, days that differ being heeded. */
    List<TimeSpan> open(Map<Integer, List<WallSpan>> week) {
        return spans(week, exceptions);
    }

    /** The week of someone who works there; where the place differs, they work as the place does if they would. */
    List<TimeSpan> worked(Map<Integer, List<WallSpan>> week) {
        return spans(week, Map.of());
    }

    private List<TimeSpan> spans(Map<Integer, List<WallSpan>> week, Map<LocalDate, List<WallSpan>> differing) {
        var spans = new ArrayList<TimeSpan>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var usual = week.getOrDefault(day.getDayOfWeek().getValue(), List.of());
            for (var wall : differing.getOrDefault(day, usual)) {
                add(wall.on(day, zone), spans);
            }
        }
        return joined(spans);
    }

    private void add(Instant[] ends, List<TimeSpan> spans) {
        var start = ends[0].isBefore(from) ? from : ends[0];
        var end = ends[1].isAfter(to) ? to : ends[1];
        if (start.isBefore(end)) {
            spans.add(new TimeSpan(start, end));
        }
    }

    /** In order, those that touch made one: midnight parts no night. */
    private static List<TimeSpan> joined(List<TimeSpan> spans) {
        spans.sort(Comparator.comparing(TimeSpan::start));
        var joined = new ArrayList<TimeSpan>();
        for (var span : spans) {
            if (joined.isEmpty() || joined.getLast().end().isBefore(span.start())) {
                joined.add(span);
            } else if (joined.getLast().end().isBefore(span.end())) {
                joined.set(joined.size() - 1, new TimeSpan(joined.getLast().start(), span.end()));
            }
        }
        return joined;
    }
}
