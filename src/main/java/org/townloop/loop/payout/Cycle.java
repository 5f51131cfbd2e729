package org.townloop.loop.payout;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** On which days payouts are due. */
public sealed interface Cycle {

    /** The last day of a month on which something may be due: every month has it. */
    int LAST_DAY = 28;

    record Daily() implements Cycle {}

    record Weekly(DayOfWeek weekday) implements Cycle {}

    /** @param dayOfMonth 1 to {@value Cycle#LAST_DAY} */
    record Monthly(int dayOfMonth) implements Cycle {

        public Monthly {
            if (dayOfMonth < 1 || dayOfMonth > LAST_DAY) {
                throw new IllegalArgumentException("not every month has a day " + dayOfMonth);
            }
        }
    }

    /** The last day until today, today included, on which they were due. */
    default LocalDate lastDue(LocalDate today) {
        return switch (this) {
            case Daily() -> today;
            case Weekly(var day) -> today.with(TemporalAdjusters.previousOrSame(day));
            case Monthly(var day) ->
                today.getDayOfMonth() >= day
                        ? today.withDayOfMonth(day)
                        : today.minusMonths(1).withDayOfMonth(day);
        };
    }

    /** The first day after today on which they are due. */
    default LocalDate nextDue(LocalDate today) {
        return switch (this) {
            case Daily() -> today.plusDays(1);
            case Weekly(var day) -> today.with(TemporalAdjusters.next(day));
            case Monthly(var day) -> lastDue(today).plusMonths(1);
        };
    }

    /** Its name in rows and forms. */
    default String code() {
        return switch (this) {
            case Daily() -> "DAILY";
            case Weekly(var day) -> "WEEKLY";
            case Monthly(var day) -> "MONTHLY";
        };
    }

    /** The number that goes with the name; null if none does. */
    default @Nullable Integer number() {
        return switch (this) {
            case Daily() -> null;
            case Weekly(var day) -> day.getValue();
            case Monthly(var day) -> day;
        };
    }

    /**
     * What {@link #code} and {@link #number} gave.
     *
     * @throws IllegalArgumentException if there is no such cycle
     */
    static Cycle of(String code, @Nullable Integer day) {
        var number = day == null ? 0 : day;
        return switch (code) {
            case "DAILY" -> new Daily();
            case "WEEKLY" -> new Weekly(weekday(number));
            case "MONTHLY" -> new Monthly(number);
            default -> throw new IllegalArgumentException("no cycle " + code);
        };
    }

    private static DayOfWeek weekday(int number) {
        if (number < 1 || number > 7) {
            throw new IllegalArgumentException("no week has a day " + number);
        }
        return DayOfWeek.of(number);
    }
}
