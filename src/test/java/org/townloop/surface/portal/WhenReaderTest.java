package org.townloop.surface.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked on Thursday, 26 November 2026, at 10:00. */
class WhenReaderTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 26, 10, 0, 0, 0, ZONE);

    @ParameterizedTest
    @CsvSource({
        "Sat afternoon, 2026-11-28T12:00, 2026-11-28T18:00",
        "saturday, 2026-11-28T00:00, 2026-11-29T00:00",
        "on Saturday at 3, 2026-11-28T15:00, 2026-11-28T17:00",
        "Sat 3pm, 2026-11-28T15:00, 2026-11-28T17:00",
        "Sat 15:00, 2026-11-28T15:00, 2026-11-28T17:00",
        "Saturday 13-18, 2026-11-28T13:00, 2026-11-28T18:00",
        "Saturday 2-5pm, 2026-11-28T14:00, 2026-11-28T17:00",
        "Saturday between 10 and 12, 2026-11-28T10:00, 2026-11-28T12:00",
        "tomorrow after 5pm, 2026-11-27T17:00, 2026-11-28T00:00",
        "tomorrow before noon, 2026-11-27T08:00, 2026-11-27T12:00",
        "tomorrow morning, 2026-11-27T08:00, 2026-11-27T12:00",
        "tonight, 2026-11-26T17:00, 2026-11-26T23:00",
        "today, 2026-11-26T10:01, 2026-11-27T00:00",
        "now, 2026-11-26T10:01, 2026-11-26T13:00",
        "weekend, 2026-11-28T00:00, 2026-11-30T00:00",
        "next Monday, 2026-11-30T00:00, 2026-12-01T00:00",
        "9am, 2026-11-27T09:00, 2026-11-27T11:00",
        "28 Nov 15:00, 2026-11-28T15:00, 2026-11-28T17:00",
        "Nov 28, 2026-11-28T00:00, 2026-11-29T00:00",
        "3 January, 2027-01-03T00:00, 2027-01-04T00:00",
        "2026-11-28 15:00, 2026-11-28T15:00, 2026-11-28T17:00",
        "2026-11-28T15:00, 2026-11-28T15:00, 2026-11-28T17:00",
        "周六下午, 2026-11-28T12:00, 2026-11-28T18:00",
        "星期六下午三点, 2026-11-28T15:00, 2026-11-28T17:00",
        "周六下午3点半, 2026-11-28T15:30, 2026-11-28T17:30",
        "周六 １５：００, 2026-11-28T15:00, 2026-11-28T17:00",
        "周六13点到18点, 2026-11-28T13:00, 2026-11-28T18:00",
        "明天上午, 2026-11-27T08:00, 2026-11-27T12:00",
        "明晚, 2026-11-27T17:00, 2026-11-27T23:00",
        "今晚, 2026-11-26T17:00, 2026-11-26T23:00",
        "今晚八点, 2026-11-26T20:00, 2026-11-26T22:00",
        "后天, 2026-11-28T00:00, 2026-11-29T00:00",
        "大后天, 2026-11-29T00:00, 2026-11-30T00:00",
        "下周三, 2026-12-02T00:00, 2026-12-03T00:00",
        "周末, 2026-11-28T00:00, 2026-11-30T00:00",
        "11月28日15点, 2026-11-28T15:00, 2026-11-28T17:00",
        "28号上午十点, 2026-11-28T10:00, 2026-11-28T12:00",
        "下午五点以后, 2026-11-26T17:00, 2026-11-26T18:00",
        "十一点半, 2026-11-26T11:30, 2026-11-26T13:30",
    })
    void understandsWhatPeopleSay(String said, String start, String end) {
        var span = WhenReader.read(said, NOW).orElseThrow();
        assertThat(span.start().atZone(ZONE).toLocalDateTime()).hasToString(start);
        assertThat(span.end().atZone(ZONE).toLocalDateTime()).hasToString(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soonish",
                "Sat afternoon or so maybe",
                "25:99",
                "31 Feb",
                "2020-01-01",
                "改天",
                "a",
                "周八",
                "2026-13-40"
            })
    void doesNotGuessAtWhatItDoesNotUnderstand(String said) {
        assertThat(WhenReader.read(said, NOW)).isEmpty();
    }
}
