package org.townloop.surface.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.Holiday;
import org.townloop.supply.merchant.DayAhead;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.OpenDay;
import org.townloop.supply.merchant.hours.WallSpan;

/** Hours in words, day by day. */
@Component
class Outlook {

    private static final int WEEKS = 4;

    /** Days in a row of one week. */
    record Week(List<Line> lines) {}

    /**
     * Days in a row on which the same is open.
     *
     * @param tag what is special about them, or an empty text
     */
    record Line(String days, String hours, boolean open, String tag) {}

    private record Same(String hours, boolean open, String tag) {}

    private final OpeningHours hours;
    private final Calendars calendars;

    Outlook(OpeningHours hours, Calendars calendars) {
        this.hours = hours;
        this.calendars = calendars;
    }

    boolean hasHolidays(Desk desk) {
        return !calendars.of(desk.place().region()).code().isEmpty();
    }

    /** What the notation comes to at the place in the next four weeks. */
    List<Week> weeks(Desk desk, Notation notation) {
        var today = desk.times().today();
        var days = hours.ahead(desk.place().id(), notation, today, today.plusDays(WEEKS * 7L - 1));
        var weeks = new ArrayList<Week>();
        for (int from = 0; from < days.size(); ) {
            var to = from + 1;
            while (to < days.size() && days.get(to).day().day().getDayOfWeek() != DayOfWeek.MONDAY) {
                to++;
            }
            weeks.add(new Week(lines(desk, days.subList(from, to))));
            from = to;
        }
        return weeks;
    }

    private static List<Line> lines(Desk desk, List<DayAhead> days) {
        var lines = new ArrayList<Line>();
        for (int from = 0; from < days.size(); ) {
            var same = same(desk, days.get(from));
            var to = from + 1;
            while (to < days.size() && same(desk, days.get(to)).equals(same)) {
                to++;
            }
            var first = days.get(from).day().day();
            var last = days.get(to - 1).day().day();
            lines.add(new Line(range(desk, first, last), same.hours, same.open, same.tag));
            from = to;
        }
        return lines;
    }

    static String range(Desk desk, LocalDate first, LocalDate last) {
        var times = desk.times();
        return first.equals(last) ? times.date(first) : times.date(first) + " – " + times.date(last);
    }

    private static Same same(Desk desk, DayAhead day) {
        return new Same(words(desk, day.day()), !day.day().open().isEmpty(), tag(desk, day));
    }

    /** 09:00–12:00, 13:00–18:00; 10:00–02:00 goes on after midnight. */
    static String words(Desk desk, OpenDay day) {
        var page = desk.page();
        var said = Stream.concat(
                        day.open().stream().map(Outlook::times),
                        day.perhaps().stream()
                                .map(perhaps -> perhaps.note().isEmpty()
                                        ? page.text("desk.hours.perhaps", "hours", times(perhaps.span()))
                                        : page.text(
                                                "desk.hours.perhaps-note",
                                                "hours",
                                                times(perhaps.span()),
                                                "note",
                                                perhaps.note())))
                .collect(Collectors.joining(page.text("page.comma")));
        return said.isEmpty() ? page.text("desk.hours.closed") : said;
    }

    static String tag(Desk desk, DayAhead day) {
        var page = desk.page();
        var own = day.differs() == null ? "" : page.text("desk.hours.differs");
        var name = name(desk, day.holiday());
        return Stream.of(name, own).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String name(Desk desk, @Nullable Holiday holiday) {
        return holiday == null ? "" : desk.page().say(holiday.name());
    }

    private static String times(WallSpan span) {
        return time(span.opens()) + "–"
                + time(
                        span.closes() > WallSpan.MINUTES_OF_DAY
                                ? span.closes() - WallSpan.MINUTES_OF_DAY
                                : span.closes());
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
