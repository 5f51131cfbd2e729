package org.townloop.supply.booking.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.supply.merchant.TimeSpan;

/** What a foreign calendar says of when somebody is busy. */
class BusyTimesTest {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final TimeSpan YEAR =
            new TimeSpan(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2027-11-23T00:00:00Z"));

    @Test
    void aTimeInUtcATimeOfAZoneAndATimeOfNone() throws Exception {
        assertThat(busy(SHANGHAI, event("DTSTART:20261128T070000Z\nDTEND:20261128T080000Z")))
                .containsExactly(span("2026-11-28T07:00:00Z", "2026-11-28T08:00:00Z"));
        assertThat(busy(SHANGHAI, event("DTSTART;TZID=Europe/Berlin:20261128T090000\nDURATION:PT1H30M")))
                .containsExactly(span("2026-11-28T08:00:00Z", "2026-11-28T09:30:00Z"));
        assertThat(busy(SHANGHAI, event("DTSTART:20261128T090000\nDTEND:20261128T100000")))
                .containsExactly(span("2026-11-28T01:00:00Z", "2026-11-28T02:00:00Z"));
    }

    @Test
    void aDayIsTheDayOfThePlaceAndItsEndIsNotPartOfIt() throws Exception {
        assertThat(busy(SHANGHAI, event("DTSTART;VALUE=DATE:20261128")))
                .containsExactly(span("2026-11-27T16:00:00Z", "2026-11-28T16:00:00Z"));
        assertThat(busy(SHANGHAI, event("DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261201")))
                .containsExactly(span("2026-11-27T16:00:00Z", "2026-11-30T16:00:00Z"));
    }

    /** On 14 March 2027 New York's clocks go from two to three, on 7 November from two back to one. */
    @Test
    void aDayOnWhichClocksAreChangedIsAWholeOne() throws Exception {
        assertThat(busy(NEW_YORK, event("DTSTART;VALUE=DATE:20270314"))
                        .getFirst()
                        .length())
                .isEqualTo(Duration.ofHours(23));
        assertThat(busy(NEW_YORK, event("DTSTART;VALUE=DATE:20271107"))
                        .getFirst()
                        .length())
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aTimeThatIsLeftOutCountsByTheOffsetBeforeItAndOfOneThatComesTwiceTheFirst() throws Exception {
        assertThat(busy(SHANGHAI, event("DTSTART;TZID=America/New_York:20270314T023000\nDURATION:PT1H")))
                .containsExactly(span("2027-03-14T07:30:00Z", "2027-03-14T08:30:00Z"));
        assertThat(busy(SHANGHAI, event("DTSTART;TZID=America/New_York:20271107T013000\nDURATION:PT1H")))
                .containsExactly(span("2027-11-07T05:30:00Z", "2027-11-07T06:30:00Z"));
    }

    @Test
    void whatRepeatsFollowsTheWallOverAChangeOfClocks() throws Exception {
        var starts = busy(
                        SHANGHAI,
                        event("DTSTART;TZID=America/New_York:20270308T090000\n"
                                + "DURATION:PT1H\n"
                                + "RRULE:FREQ=WEEKLY;COUNT=2"))
                .stream()
                .map(TimeSpan::start);
        assertThat(starts)
                .containsExactly(Instant.parse("2027-03-08T14:00:00Z"), Instant.parse("2027-03-15T13:00:00Z"));
    }

    @Test
    void theLastOneOfARuleIsTheOneAtItsEnd() throws Exception {
        var event =
                "DTSTART;TZID=Asia/Shanghai:20261123T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261125T010000Z";
        assertThat(busy(SHANGHAI, event(event))).hasSize(3);
        assertThat(busy(SHANGHAI, event(event.replace("T010000Z", "")))).hasSize(3);
        assertThat(busy(SHANGHAI, event(event.replace("010000Z", "005959Z")))).hasSize(2);
    }

    @Test
    void whatBeganYearsAgoIsExpandedToTheYearAhead() throws Exception {
        assertThat(busy(SHANGHAI, event("DTSTART:19990104T010000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO")))
                .hasSize(53);
        assertThat(busy(SHANGHAI, event("DTSTART;VALUE=DATE:19040229\nRRULE:FREQ=YEARLY")))
                .isEmpty();
    }

    @Test
    void oneOccurrenceIsLeftOutAnotherMovedAThirdAdded() throws Exception {
        var calendar = calendar(event("""
            UID:a
            DTSTART:20261123T010000Z
            DURATION:PT1H
            RRULE:FREQ=DAILY;COUNT=4
            EXDATE:20261124T010000Z
            RDATE:20261201T010000Z,20261203T010000Z
            """) + event("""
                UID:a
                RECURRENCE-ID:20261125T010000Z
                DTSTART:20261125T050000Z
                DURATION:PT2H
                """) + event("""
                    UID:a
                    RECURRENCE-ID:20261126T010000Z
                    DTSTART:20261126T010000Z
                    DURATION:PT1H
                    STATUS:CANCELLED
                    """));
        assertThat(BusyTimes.read(calendar, YEAR, SHANGHAI))
                .containsExactly(
                        span("2026-11-23T01:00:00Z", "2026-11-23T02:00:00Z"),
                        span("2026-11-25T05:00:00Z", "2026-11-25T07:00:00Z"),
                        span("2026-12-01T01:00:00Z", "2026-12-01T02:00:00Z"),
                        span("2026-12-03T01:00:00Z", "2026-12-03T02:00:00Z"));
    }

    @Test
    void whoIsFreeBesidesOrWasCalledOffIsNotBusy() throws Exception {
        assertThat(busy(SHANGHAI, event("DTSTART:20261128T070000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT")))
                .isEmpty();
        assertThat(busy(SHANGHAI, event("DTSTART:20261128T070000Z\nDURATION:PT1H\nSTATUS:CANCELLED")))
                .isEmpty();
        assertThat(busy(SHANGHAI, event("DTSTART:20261128T070000Z"))).isEmpty();
        assertThat(busy(SHANGHAI, event("DTSTART:20251128T070000Z\nDURATION:PT1H")))
                .isEmpty();
    }

    @Test
    void timesThatTouchAreOne() throws Exception {
        assertThat(busy(
                        SHANGHAI,
                        event("DTSTART:20261128T070000Z\nDURATION:PT1H")
                                + event("DTSTART:20261128T080000Z\nDURATION:PT1H")
                                + event("DTSTART:20261128T073000Z\nDURATION:PT15M")))
                .containsExactly(span("2026-11-28T07:00:00Z", "2026-11-28T09:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Asia/Shanghai",
                "/freeassociation.sourceforge.net/Asia/Shanghai",
                "China Standard Time",
                "\"Asia/Shanghai\""
            })
    void zonesByOtherNames(String name) throws Exception {
        assertThat(busy(NEW_YORK, event("DTSTART;TZID=" + name + ":20261128T150000\nDURATION:PT1H")))
                .containsExactly(span("2026-11-28T07:00:00Z", "2026-11-28T08:00:00Z"));
    }

    @Test
    void aZoneOfItsOwnCountsIfItHasOneOffset() throws Exception {
        var zone = """
            BEGIN:VTIMEZONE
            TZID:Ours
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0800
            TZOFFSETTO:+0800
            END:STANDARD
            END:VTIMEZONE
            """;
        var event = event("DTSTART;TZID=Ours:20261128T150000\nDURATION:PT1H");
        assertThat(busy(NEW_YORK, zone + event)).containsExactly(span("2026-11-28T07:00:00Z", "2026-11-28T08:00:00Z"));
        assertThatThrownBy(() -> busy(NEW_YORK, event))
                .isInstanceOfSatisfying(
                        NoCalendar.class,
                        no -> assertThat(no.facts())
                                .containsEntry("what", "Ours")
                                .containsEntry("line", 4));
    }

    private static List<TimeSpan> busy(ZoneId zone, String body) throws NoCalendar {
        return BusyTimes.read(calendar(body), YEAR, zone);
    }

    static String calendar(String body) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + body + "END:VCALENDAR\n").replace("\n", "\r\n");
    }

    static String event(String lines) {
        return "BEGIN:VEVENT\n" + lines.strip() + "\nEND:VEVENT\n";
    }

    private static TimeSpan span(String start, String end) {
        return new TimeSpan(Instant.parse(start), Instant.parse(end));
    }
}
