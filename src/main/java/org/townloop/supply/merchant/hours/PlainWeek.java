package org.townloop.supply.merchant.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.townloop.base.region.HolidayCalendar;

/**
 * Hours that are the same each week: what a form of seven days can show.
 *
 * @param days within the day, in order and apart; a day that is not there is closed
 * @param closedOnHolidays public ones
 */
public record PlainWeek(Map<DayOfWeek, List<WallSpan>> days, boolean closedOnHolidays) {

    private static final List<String> NAMES = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);
    private static final String HOLIDAYS_OFF = "PH off";

    /** The week that the notation says; empty if it says more than that. */
    public static Optional<PlainWeek> of(Notation notation) {
        var rules = notation.rules();
        var closed = !rules.isEmpty() && rules.getLast().isClosedOnHolidays();
        var weekly = closed ? rules.subList(0, rules.size() - 1) : rules;
        if (!weekly.stream().allMatch(Rule::isWeekly)) {
            return Optional.empty();
        }
        var week = new EnumMap<DayOfWeek, List<WallSpan>>(DayOfWeek.class);
        new Notation("", weekly)
                .days(A_MONDAY, A_MONDAY.plusDays(6), HolidayCalendar.NONE).stream()
                        .filter(day -> !day.open().isEmpty())
                        .forEach(day -> week.put(day.day().getDayOfWeek(), day.open()));
        return Optional.of(new PlainWeek(week, closed));
    }

    /** {@code Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-16:00; PH off}; an empty text if it is always closed. */
    public String text() {
        var rules = new ArrayList<String>();
        for (int day = 1; day <= 7; ) {
            var spans = on(day);
            var last = day;
            while (last < 7 && on(last + 1).equals(spans)) {
                last++;
            }
            if (!spans.isEmpty()) {
                rules.add(names(day, last) + " "
                        + spans.stream().map(PlainWeek::times).collect(Collectors.joining(",")));
            }
            day = last + 1;
        }
        if (closedOnHolidays && !rules.isEmpty()) {
            rules.add(HOLIDAYS_OFF);
        }
        return String.join("; ", rules);
    }

    private List<WallSpan> on(int weekday) {
        return days.getOrDefault(DayOfWeek.of(weekday), List.of());
    }

    private static String names(int first, int last) {
        var separator = last == first + 1 ? "," : "-";
        return NAMES.get(first - 1) + (first == last ? "" : separator + NAMES.get(last - 1));
    }

    private static String times(WallSpan span) {
        return time(span.opens()) + "-" + time(span.closes());
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
