package org.townloop.surface.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Typed;

/**
 * The days of a statement.
 *
 * @param from the first day
 * @param to the last day, of which all is included
 */
record Period(LocalDate from, LocalDate to) {

    /** As many days as anybody checks with a pencil. */
    static final int MOST_DAYS = 366;

    /** This month up to today. */
    static Period usual(LocalDate today) {
        return new Period(today.withDayOfMonth(1), today);
    }

    static Period lastMonth(LocalDate today) {
        var first = today.withDayOfMonth(1).minusMonths(1);
        return new Period(first, today.withDayOfMonth(1).minusDays(1));
    }

    /** What is wrong with it, as the end of a text's key; empty if nothing is. */
    Optional<String> wrong() {
        if (to.isBefore(from)) {
            return Optional.of("order");
        }
        return from.plusDays(MOST_DAYS).isAfter(to) ? Optional.empty() : Optional.of("length");
    }

    /** The day that was typed, the other one if nothing was, null if it is no day. */
    static @Nullable LocalDate day(@Nullable String typed, LocalDate usual) {
        return typed == null || typed.isBlank() ? usual : Typed.day(typed).orElse(null);
    }

    Instant begins(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant ends(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
