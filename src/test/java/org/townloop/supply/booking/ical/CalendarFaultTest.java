package org.townloop.supply.booking.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.supply.merchant.TimeSpan;

/** What is wrong with a foreign calendar is named with its line, and nothing of it takes long. */
class CalendarFaultTest {

    private static final ZoneId SHANGHAI = BusyTimesTest.SHANGHAI;
    private static final TimeSpan YEAR = BusyTimesTest.YEAR;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <html>                                                        | CALENDAR_IS_NONE           | 1
        ''                                                            | CALENDAR_IS_NONE           | 1
        BEGIN:VCALENDAR/BEGIN:VEVENT/DTSTART:20261128T070000Z         | CALENDAR_HAS_NO_END        | 3
        BEGIN:VCALENDAR/BEGIN:VEVENT/END:VCALENDAR                    | CALENDAR_HAS_NO_END        | 3
        BEGIN:VCALENDAR/BEGIN:VEVENT/DTSTART:tomorrow/END:VEVENT/END:VCALENDAR          | CALENDAR_TIME_UNREADABLE | 3
        BEGIN:VCALENDAR/BEGIN:VEVENT/DTSTART:20261328/END:VEVENT/END:VCALENDAR          | CALENDAR_TIME_UNREADABLE | 3
        BEGIN:VCALENDAR/BEGIN:VEVENT/SUMMARY:x/END:VEVENT/END:VCALENDAR                 | CALENDAR_TIME_UNREADABLE | 2
        BEGIN:VCALENDAR/BEGIN:VEVENT/DTSTART:20261128/DURATION:P/END:VEVENT/END:VCALENDAR | CALENDAR_TIME_UNREADABLE | 4
        BEGIN:VCALENDAR/BEGIN:VEVENT/DTSTART:20261128/RRULE:FREQ=OFTEN/END:VEVENT/END:VCALENDAR | CALENDAR_RULE_UNREADABLE | 4
        BEGIN:VCALENDAR/BEGIN:VEVENT/DTSTART:20261128/RRULE:FREQ=DAILY;INTERVAL=0/END:VEVENT/END:VCALENDAR | CALENDAR_RULE_UNREADABLE | 4
        BEGIN:VCALENDAR/BEGIN:VEVENT/DTSTART:20261128/RRULE:FREQ=DAILY;BYDAY=XX/END:VEVENT/END:VCALENDAR | CALENDAR_RULE_UNREADABLE | 4
        """)
    void whatIsWrongIsNamedWithItsLine(String text, CalendarReason reason, int line) {
        assertThatThrownBy(() -> BusyTimes.read(text.replace("/", "\r\n"), YEAR, SHANGHAI))
                .isInstanceOfSatisfying(NoCalendar.class, no -> {
                    assertThat(no.reason()).isEqualTo(reason);
                    assertThat(no.facts()).containsEntry("line", line);
                });
    }

    /** The number is that of the line in the file, folded lines counted each. */
    @Test
    void foldedLinesAreReadAsOneAndCountedAsTheyStand() {
        var text = "BEGIN:VCALENDAR\r\nX:a\r\n b\r\n c\r\nBEGIN:VEVENT\r\nDTSTART:2026\r\n 99\r\nEND:VEVENT\r\n";
        assertThatThrownBy(() -> BusyTimes.read(text + "END:VCALENDAR", YEAR, SHANGHAI))
                .isInstanceOfSatisfying(
                        NoCalendar.class,
                        no -> assertThat(no.facts()).containsEntry("line", 6).containsEntry("what", "DTSTART:202699"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=5",
                "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15;BYSECOND=0,1,2,3,4,5,6,7,8,9",
                "FREQ=DAILY;COUNT=99999999"
            })
    void aRuleThatNeverEndsIsRefusedAtOnce(String rule) {
        var text =
                BusyTimesTest.calendar(BusyTimesTest.event("DTSTART:00010101T000000Z\nDURATION:PT1S\nRRULE:" + rule));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> BusyTimes.read(text, YEAR, SHANGHAI))
                        .isInstanceOfSatisfying(
                                NoCalendar.class,
                                no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_REPEATS_TOO_OFTEN)));
    }

    @Test
    void manyRulesTogetherAreBoundedToo() {
        var rules = IntStream.range(0, 5_000)
                .mapToObj(each -> BusyTimesTest.event(
                        "DTSTART:20200101T000000Z\nDURATION:PT1M\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR"))
                .collect(Collectors.joining());
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> BusyTimes.read(BusyTimesTest.calendar(rules), YEAR, SHANGHAI))
                        .isInstanceOf(NoCalendar.class));
    }

    @Test
    void rulesThatNeverComeTrueAreSoonDone() throws Exception {
        for (var rule :
                List.of("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3")) {
            var text = BusyTimesTest.calendar(
                    BusyTimesTest.event("DTSTART:20260101T000000Z\nDURATION:PT1H\nRRULE:" + rule));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThat(BusyTimes.read(text, YEAR, SHANGHAI)).isEmpty());
        }
    }
}
