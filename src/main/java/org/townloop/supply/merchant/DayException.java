package org.townloop.supply.merchant;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A day that differs from what the hours of the place say of it.
 *
 * @param opens null if the place is closed, or open as usual
 * @param closes null as well; midnight if it is open to the end of the day
 * @param asUsual whether it is a weekday like any other although the calendar says otherwise
 */
public record DayException(
        LocalDate day, @Nullable LocalTime opens, @Nullable LocalTime closes, boolean asUsual) {

    public DayException(LocalDate day, @Nullable LocalTime opens, @Nullable LocalTime closes) {
        this(day, opens, closes, false);
    }

    public static DayException asUsual(LocalDate day) {
        return new DayException(day, null, null, true);
    }

    public boolean closed() {
        return opens == null && !asUsual;
    }
}
