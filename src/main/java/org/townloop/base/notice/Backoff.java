package org.townloop.base.notice;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after a failure: five seconds, doubled each time up to half an hour, a fifth more or less. */
final class Backoff {

    static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Backoff() {}

    /** @param attempts how many there were, from 1 */
    static Duration after(int attempts) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
        var usual = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis(
                (long) (usual.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
