package org.townloop.supply.offer;

import java.time.Duration;
import java.time.Instant;

/**
 * From how many people on a session takes place, and when that is decided.
 *
 * @param people who have paid, at least 2 and at most the seats
 * @param hours how long before the session begins it is decided, 1 to {@value #HOURS_MAX}
 */
public record Quorum(int people, int hours) {

    /** Four weeks: later than that nobody books so far ahead that it mattered. */
    public static final int HOURS_MAX = 672;

    public static final int PEOPLE_MIN = 2;

    /** When it is decided whether the session that begins then takes place. */
    public Instant decidedAt(Instant start) {
        return start.minus(Duration.ofHours(hours));
    }
}
