package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTests {

    private static final Instant NOON = Instant.parse("2026-11-26T04:03:20Z");

    @Test
    void aTimelineBeginsAtLocalMidnightOfToday() {
        var timeline = Timeline.of(ZoneId.of("Asia/Shanghai"), NOON);
        assertThat(timeline.base()).isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
        assertThat(timeline.marks()).isEqualTo(60 * 288);
        assertThat(timeline.isOfToday(NOON)).isTrue();
        assertThat(timeline.isOfToday(Instant.parse("2026-11-26T16:00:00Z"))).isFalse();
    }

    @Test
    void aMomentLiesInTheMarkThatBeganLast() {
        var timeline = Timeline.of(ZoneId.of("Asia/Shanghai"), NOON);
        assertThat(timeline.at(timeline.floor(NOON))).isEqualTo(Instant.parse("2026-11-26T04:00:00Z"));
        assertThat(timeline.at(timeline.ceil(NOON))).isEqualTo(Instant.parse("2026-11-26T04:05:00Z"));
        var mark = Instant.parse("2026-11-26T04:05:00Z");
        assertThat(timeline.ceil(mark)).isEqualTo(timeline.floor(mark));
        assertThat(timeline.ceil(mark.plusNanos(1))).isEqualTo(timeline.floor(mark) + 1);
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        var timeline = Timeline.of(ZoneId.of("Asia/Shanghai"), NOON);
        assertThat(timeline.floor(Instant.MIN)).isZero();
        assertThat(timeline.ceil(Instant.MIN)).isZero();
        assertThat(timeline.floor(Instant.MAX)).isEqualTo(timeline.marks());
        assertThat(timeline.ceil(Instant.MAX)).isEqualTo(timeline.marks());
    }

    /** Every zone of its own rules, on the eve of each of its next four transitions. */
    static Stream<Timeline> transitions() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .collect(Collectors.toMap(ZoneId::getRules, zone -> zone, (one, same) -> one))
                .values()
                .stream()
                .flatMap(zone -> Stream.iterate(
                                zone.getRules().nextTransition(NOON),
                                transition -> transition != null,
                                transition -> zone.getRules().nextTransition(transition.getInstant()))
                        .limit(4)
                        .map(transition ->
                                Timeline.of(zone, transition.getInstant().minus(Duration.ofDays(1)))));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void noStartIsLostOrDoubledWhereClocksAreChanged(Timeline timeline) {
        for (var minutes : new int[] {15, 60}) {
            var grid = timeline.grid(minutes);
            for (int mark = 0; mark < 4 * 288; mark++) {
                var local = timeline.at(mark).atZone(timeline.zone());
                var expected = local.getMinute() % minutes == 0 && local.getSecond() == 0;
                if (Bits.all(grid, mark, mark + 1) != expected) {
                    fail("%s every %s minutes", local, minutes);
                }
            }
        }
    }
}
