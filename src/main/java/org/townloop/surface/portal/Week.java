package org.townloop.surface.portal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.townloop.supply.merchant.DayHours;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * When a place is open.
 *
 * @param now whether it is open, until when, or when it opens next
 * @param days Monday to Sunday
 */
record Week(String now, boolean open, List<Day> days) {

    /** Longer than anybody is open who goes home. */
    private static final Duration DAY_AND_NIGHT = Duration.ofHours(20);

    /** A weekday and its hours. */
    record Day(String name, String hours, boolean today) {}

    /** @param coming the spans of the next days, days that differ heeded */
    static Week of(Page page, Times times, List<DayHours> usual, List<TimeSpan> coming) {
        var now = times.now();
        var open = !coming.isEmpty() && !coming.getFirst().start().isAfter(now);
        return new Week(state(page, times, coming, open), open, days(page, times, usual));
    }

    private static String state(Page page, Times times, List<TimeSpan> coming, boolean open) {
        if (coming.isEmpty()) {
            return page.text("portal.place.closed");
        }
        var next = coming.getFirst();
        if (open && !next.end().isBefore(times.now().plus(DAY_AND_NIGHT))) {
            return page.text("portal.place.open-always");
        }
        return open
                ? page.text("portal.place.open-until", "time", times.time(next.end()))
                : page.text("portal.place.opens", "time", times.moment(next.start()));
    }

    private static List<Day> days(Page page, Times times, List<DayHours> usual) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day.getDisplayName(TextStyle.FULL_STANDALONE, page.locale()),
                        hours(page, day, usual),
                        day == times.today().getDayOfWeek()))
                .toList();
    }

    private static String span(Page page, DayHours hours) {
        var atMidnight = hours.closes().equals(LocalTime.MIDNIGHT);
        return atMidnight && hours.opens().equals(LocalTime.MIDNIGHT)
                ? page.text("portal.place.all-day")
                : hours.opens() + "–" + (atMidnight ? "24:00" : hours.closes());
    }

    private static String hours(Page page, DayOfWeek day, List<DayHours> usual) {
        var spans = usual.stream()
                .filter(hours -> hours.day() == day)
                .map(hours -> span(page, hours))
                .collect(Collectors.joining(page.text("portal.comma")));
        return spans.isEmpty() ? page.text("portal.place.closed-day") : spans;
    }
}
