package org.townloop.supply.merchant;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, its start included, its end not. Never empty. */
public record TimeSpan(Instant start, Instant end) {

    public TimeSpan {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(start + " is not before " + end);
        }
    }

    public static TimeSpan of(Instant start, Duration length) {
        return new TimeSpan(start, start.plus(length));
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean overlaps(TimeSpan other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(TimeSpan other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }
}
