package org.townloop.supply.merchant;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param end exclusive, after {@code start}
 */
public record TimeSpan(Instant start, Instant end) {

    public TimeSpan {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a span ends after it starts: " + start + " to " + end);
        }
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
