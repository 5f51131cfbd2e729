package org.townloop.supply.offer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class, a tour, a screening: it takes place when the place says, for so many people each time.
 *
 * @param seats for how many, at least 1
 * @param weekly when it usually takes place, by the place's clock
 * @param once when it takes place besides
 * @param without when it does not take place although it usually would
 */
public record Session(int seats, List<Weekly> weekly, Set<LocalDateTime> once, Set<LocalDateTime> without)
        implements Arrangement {

    /**
     * @param from the first day on which it may take place; null for always
     * @param until the last one; null for always
     */
    public record Weekly(
            DayOfWeek day,
            LocalTime at,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    public Session {
        weekly = List.copyOf(weekly);
        once = Set.copyOf(once);
        without = Set.copyOf(without);
    }
}
