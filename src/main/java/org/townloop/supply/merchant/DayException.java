package org.townloop.supply.merchant;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A day that differs from its usual week.
 *
 * @param opens null if the place is closed
 * @param closes null if it is closed; midnight if it is open to the end of the day
 */
public record DayException(
        LocalDate day, @Nullable LocalTime opens, @Nullable LocalTime closes) {

    public boolean closed() {
        return opens == null;
    }
}
