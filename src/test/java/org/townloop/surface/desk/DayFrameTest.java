package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.townloop.supply.merchant.TimeSpan;

class DayFrameTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Test
    void theHoursInWhichAnybodyWorksAreDrawn() {
        var frame = around(span("09:30", "12:00"), span("13:00", "18:10"));

        assertThat(frame.from()).isEqualTo(at("09:00"));
        assertThat(frame.marks()).isEqualTo(10 * 12);
        assertThat(frame.outside(List.of(span("09:30", "12:00"), span("13:00", "18:10"))))
                .containsExactly(
                        new Timeline.Stretch(0, 6), new Timeline.Stretch(36, 12), new Timeline.Stretch(110, 10));
    }

    @Test
    void aDayOnWhichNobodyWorksIsDrawnEmpty() {
        var frame = around();

        assertThat(frame.marks()).isEqualTo(9 * 12);
        assertThat(frame.outside(List.of())).containsExactly(new Timeline.Stretch(0, 9 * 12));
    }

    @Test
    void thePresentIsDrawnWhileItIsInThePicture() {
        var frame = around(span("09:00", "19:00"));

        assertThat(frame.share(at("14:00"))).isEqualTo(0.5);
        assertThat(frame.share(at("08:59"))).isNull();
        assertThat(frame.share(at("19:01"))).isNull();
    }

    @Test
    void aVisitIsAsWideAsItIsLong() {
        assertThat(around(span("09:00", "18:00")).stretch(span("10:15", "11:00")))
                .isEqualTo(new Timeline.Stretch(15, 9));
    }

    private static DayFrame around(TimeSpan... working) {
        return DayFrame.around(Stream.of(working), List.of(), DAY, ZONE);
    }

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(at(from), at(to));
    }

    private static Instant at(String time) {
        return DAY.atTime(java.time.LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
