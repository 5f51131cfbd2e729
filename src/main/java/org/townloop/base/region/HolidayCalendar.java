package org.townloop.base.region;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The holidays and make-up workdays that regions live by.
 *
 * @param years those that have been published, though they may have no such day
 */
public record HolidayCalendar(String code, Set<Integer> years, NavigableMap<LocalDate, Holiday> days) {

    /** Of regions that live by none: every day is its weekday. */
    public static final HolidayCalendar NONE = of("", Set.of(), List.of());

    public static HolidayCalendar of(String code, Set<Integer> years, Collection<Holiday> days) {
        return new HolidayCalendar(
                code,
                years,
                days.stream()
                        .collect(Collectors.toMap(
                                Holiday::day, Function.identity(), (one, other) -> one, TreeMap::new)));
    }

    public boolean isHoliday(LocalDate day) {
        return is(day, Holiday.Kind.HOLIDAY);
    }

    /** Whether the day is worked although its weekday would not tell. */
    public boolean isMakeUp(LocalDate day) {
        return is(day, Holiday.Kind.WORKDAY);
    }

    /** The weekday by whose hours the day is kept: its own, but of a make-up workday the one it stands for. */
    public DayOfWeek weekday(LocalDate day) {
        var known = days.get(day);
        return known == null ? day.getDayOfWeek() : known.weekday();
    }

    /** The days that are not like others from the first to the last, in order. */
    public List<Holiday> between(LocalDate first, LocalDate last) {
        return List.copyOf(days.subMap(first, true, last, true).values());
    }

    private boolean is(LocalDate day, Holiday.Kind kind) {
        var known = days.get(day);
        return known != null && known.kind() == kind;
    }
}
