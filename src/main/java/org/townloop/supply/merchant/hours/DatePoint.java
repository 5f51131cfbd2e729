package org.townloop.supply.merchant.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * A date as it comes each year, or in one year.
 *
 * @param year or {@link #ANY_YEAR}
 * @param offset so many days after it
 */
record DatePoint(int year, Kind kind, int offset) {

    static final int ANY_YEAR = 0;

    /** How the date is named. */
    sealed interface Kind {

        /** A whole month. */
        record InMonth(Month month) implements Kind {}

        /** A day of a month. */
        record OnDay(Month month, int day) implements Kind {}

        /** @param nth from 1, or from -1 for the last */
        record OnNth(Month month, DayOfWeek weekday, int nth) implements Kind {}

        /** Easter Sunday of the western churches. */
        record OnEaster() implements Kind {}
    }

    /** Whether the year has it: not every February has 29 days. */
    boolean isIn(int year) {
        return !(kind instanceof Kind.OnDay(var month, var day))
                || day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** The day, or the first of the month. What the year lacks is the first of the month after. */
    LocalDate first(int year) {
        var day = switch (kind) {
            case Kind.InMonth(var month) -> LocalDate.of(year, month, 1);
            case Kind.OnDay(var month, var number) ->
                LocalDate.of(year, month, 1).plusDays(number - 1L);
            case Kind.OnNth(var month, var weekday, var nth) ->
                LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            case Kind.OnEaster() -> Easter.of(year);
        };
        return day.plusDays(offset);
    }

    /** The day, or the last of the month. What the year lacks is the last of its month. */
    LocalDate last(int year) {
        return switch (kind) {
            case Kind.InMonth(var month) -> YearMonth.of(year, month).atEndOfMonth();
            case Kind.OnDay(var month, var day)
            when !isIn(year) -> YearMonth.of(year, month).atEndOfMonth().plusDays(offset);
            default -> first(year);
        };
    }
}
