package org.townloop.base.region;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;

/**
 * A day on which a country does not live by the weekday.
 *
 * @param standsFor of a make-up workday the weekday it is worked as, or null: the nearest one from Monday to Friday
 */
public record Holiday(LocalDate day, Kind kind, @Nullable DayOfWeek standsFor, Words name) {

    /** What becomes of the day. */
    public enum Kind {
        /** A public holiday, also when it falls on a weekend. */
        HOLIDAY,
        /** A day of the weekend that is worked, to make up for one beside a holiday. */
        WORKDAY
    }

    public Holiday {
        if (kind == Kind.HOLIDAY && standsFor != null) {
            throw new IllegalArgumentException("a holiday stands for no other day: " + day);
        }
    }

    /** The weekday by whose hours the day is kept. */
    public DayOfWeek weekday() {
        var own = day.getDayOfWeek();
        if (kind == Kind.HOLIDAY) {
            return own;
        }
        if (standsFor != null) {
            return standsFor;
        }
        return switch (own) {
            case SATURDAY -> DayOfWeek.FRIDAY;
            case SUNDAY -> DayOfWeek.MONDAY;
            default -> own;
        };
    }
}
