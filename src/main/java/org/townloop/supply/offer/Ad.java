package org.townloop.supply.offer;

import java.time.LocalDate;

/**
 * Told of and not sold here: a small ad, a room to let, a job. Whoever is interested calls; what they agree is theirs.
 *
 * @param until the last day on which it stands, by the place's clock; the day after it is off sale
 */
public record Ad(LocalDate until) implements Arrangement {

    /** Whether it still stands on that day. */
    public boolean standsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
