package org.townloop.base.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T21:59, 2026-11-26T21:59",
        "2026-11-26T22:00, 2026-11-27T08:00",
        "2026-11-27T03:00, 2026-11-27T08:00",
        "2026-11-27T07:59, 2026-11-27T08:00",
        "2026-11-27T08:00, 2026-11-27T08:00",
    })
    void whatIsWrittenAtNightGoesOutInTheMorning(LocalDateTime written, LocalDateTime sent) {
        assertThat(QuietHours.USUAL.endOrNow(written.atZone(SHANGHAI).toInstant(), SHANGHAI))
                .isEqualTo(sent.atZone(SHANGHAI).toInstant());
    }

    @Test
    void quietHoursMayLieWithinADayOrBeNone() {
        var noon = LocalDateTime.parse("2026-11-26T12:30").atZone(SHANGHAI).toInstant();
        var siesta = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(siesta.endOrNow(noon, SHANGHAI))
                .isEqualTo(
                        LocalDateTime.parse("2026-11-26T14:00").atZone(SHANGHAI).toInstant());
        var none = new QuietHours(LocalTime.of(12, 0), LocalTime.of(12, 0));
        assertThat(none.endOrNow(noon, SHANGHAI)).isEqualTo(noon);
    }

    @Test
    void aMorningThatTheClocksLeaveOutBeginsAfterTheGap() {
        var berlin = ZoneId.of("Europe/Berlin");
        var night = LocalDateTime.parse("2026-03-29T01:00").atZone(berlin).toInstant();
        var early = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        assertThat(early.endOrNow(night, berlin))
                .isEqualTo(
                        LocalDateTime.parse("2026-03-29T03:30").atZone(berlin).toInstant());
    }
}
