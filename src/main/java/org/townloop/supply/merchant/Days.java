package org.townloop.supply.merchant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.townloop.base.region.HolidayCalendar;
import org.townloop.supply.merchant.hours.OpenDay;
import org.townloop.supply.merchant.hours.WallSpan;

/**
 * The days of one place's calendar as they fall on the line of time.
 *
 * @param exceptions the days that differ, with what is open then
 */
record Days(
        LocalDate first,
        LocalDate last,
        ZoneId zone,
        HolidayCalendar calendar,
        Instant from,
        Instant to,
        Map<LocalDate, Differing> exceptions) {

    /** The week of whoever works whenever the place is open. */
    static final Map<Integer, List<WallSpan>> ALWAYS = IntStream.rangeClosed(1, 7)
            .boxed()
            .collect(Collectors.toMap(day -> day, day -> List.of(new WallSpan(0, WallSpan.MINUTES_OF_DAY))));

    /**
     * What the place's notation says of these days, days that differ being heeded.
     *
     * @param plain what it says of a day as if there were no holidays
     */
    List<TimeSpan> open(List<OpenDay> usual, Function<LocalDate, List<WallSpan>> plain) {
        var spans = new ArrayList<TimeSpan>();
        for (var day : usual) {
            open(day, plain).forEach(wall -> add(wall.on(day.day(), zone), spans));
        }
        return joined(spans);
    }

    /** The same of one of them. */
    List<WallSpan> open(OpenDay day, Function<LocalDate, List<WallSpan>> plain) {
        var differing = exceptions.get(day.day());
        if (differing == null) {
            return day.open();
        }
        return differing.asUsual() ? plain.apply(day.day()) : differing.open();
    }

    /**
     * The week of someone who works there; where the place differs, they work as the place does if they would. On a
     * make-up workday they work as on the weekday it stands for.
     *
     * @param rota the days on which they work otherwise, whatever the calendar says
     */
    List<TimeSpan> worked(Map<Integer, List<WallSpan>> week, Map<LocalDate, List<WallSpan>> rota) {
        var spans = new ArrayList<TimeSpan>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var usual = week.getOrDefault(calendar.weekday(day).getValue(), List.of());
            for (var wall : rota.getOrDefault(day, usual)) {
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
