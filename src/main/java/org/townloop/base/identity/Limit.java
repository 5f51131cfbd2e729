package org.townloop.base.identity;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/** How often something may be done; what was used comes back evenly over the time. */
record Limit(String name, BucketConfiguration bandwidths) {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    static Limit inTenMinutes(String name, long times) {
        return new Limit(
                name,
                BucketConfiguration.builder()
                        .addLimit(evenly(times, TEN_MINUTES))
                        .build());
    }

    static Limit inTenMinutesAndADay(String name, long times, long timesADay) {
        return new Limit(
                name,
                BucketConfiguration.builder()
                        .addLimit(evenly(times, TEN_MINUTES))
                        .addLimit(evenly(timesADay, Duration.ofDays(1)))
                        .build());
    }

    private static Bandwidth evenly(long times, Duration within) {
        return Bandwidth.builder().capacity(times).refillGreedy(times, within).build();
    }
}
