package org.townloop.supply.merchant;

import org.jspecify.annotations.Nullable;
import org.townloop.base.region.Holiday;
import org.townloop.supply.merchant.hours.OpenDay;

/**
 * What a place does on a day to come.
 *
 * @param holiday what the calendar says of the day, or null
 * @param differs how it differs from what the hours of the place say, or null
 */
public record DayAhead(
        OpenDay day, @Nullable Holiday holiday, @Nullable Kind differs) {

    /** What was said of the day by itself. */
    public enum Kind {
        CLOSED,
        /** A weekday like any other. */
        AS_USUAL,
        OWN_HOURS
    }
}
