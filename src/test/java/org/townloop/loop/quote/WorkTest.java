package org.townloop.loop.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.townloop.supply.merchant.TimeSpan;

class WorkTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Clocks are put forward on 14 March 2027 at two. */
    @Test
    void wholeDaysDoNotRunIntoOneAnotherWhenClocksArePutForward() {
        var work = new Work(Instant.parse("2027-03-13T13:00:00Z"), 24 * 60, 3, Set.of());
        var times = work.times(NEW_YORK);
        assertThat(times)
                .extracting(TimeSpan::start)
                .containsExactly(
                        Instant.parse("2027-03-13T13:00:00Z"),
                        Instant.parse("2027-03-14T12:00:00Z"),
                        Instant.parse("2027-03-15T12:00:00Z"));
        assertThat(times.getFirst().length()).isEqualTo(Duration.ofHours(23));
        assertThat(times.getLast().length()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void eachDayLastsAsLongAsWasAgreed() {
        var work = new Work(Instant.parse("2027-03-13T13:00:00Z"), 240, 2, Set.of());
        assertThat(work.times(NEW_YORK)).extracting(TimeSpan::length).containsOnly(Duration.ofHours(4));
    }
}
