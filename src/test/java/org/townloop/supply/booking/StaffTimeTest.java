package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.supply.merchant.TimeSpan;

/** What is left of somebody's working time. */
class StaffTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    @Test
    void whatIsTakenTwiceIsGoneOnce() {
        var span = hours(0, 8);
        assertThat(StaffTime.free(span, List.of(hours(3, 5), hours(1, 2), hours(4, 6))))
                .isEqualTo(Duration.ofHours(4));
        assertThat(StaffTime.free(span, List.of(hours(1, 7), hours(2, 3)))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatBeginsBeforeAndEndsAfterCountsWithin() {
        assertThat(StaffTime.free(hours(0, 8), List.of(hours(-2, 1), hours(7, 12))))
                .isEqualTo(Duration.ofHours(6));
        assertThat(StaffTime.free(hours(0, 8), List.of(hours(-3, -1), hours(9, 12))))
                .isEqualTo(Duration.ofHours(8));
    }

    private static TimeSpan hours(int from, int to) {
        return new TimeSpan(NOON.plus(Duration.ofHours(from)), NOON.plus(Duration.ofHours(to)));
    }
}
