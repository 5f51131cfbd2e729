package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.townloop.base.region.HolidayCalendar;
import org.townloop.supply.merchant.hours.OpenDay;
import org.townloop.supply.merchant.hours.WallSpan;

class DaysTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate CLOCKS_BACK = LocalDate.of(2026, 11, 1);
    private static final LocalDate CLOCKS_FORWARD = LocalDate.of(2027, 3, 14);

    @Test
    void aDayIsOpenByTheClockOnItsWall() {
        assertThat(open(CLOCKS_BACK.minusDays(1), 9 * 60, 18 * 60)).containsExactly(span("2026-10-31T13:00:00Z", 9));
        assertThat(open(CLOCKS_BACK, 9 * 60, 18 * 60)).containsExactly(span("2026-11-01T14:00:00Z", 9));
    }

    @Test
    void aNightInWhichClocksArePutBackIsAnHourLonger() {
        assertThat(open(CLOCKS_BACK, 0, 4 * 60)).containsExactly(span("2026-11-01T04:00:00Z", 5));
    }

    @Test
    void aNightInWhichClocksArePutForwardIsAnHourShorter() {
        assertThat(open(CLOCKS_FORWARD, 0, 4 * 60)).containsExactly(span("2027-03-14T05:00:00Z", 3));
    }

    @Test
    void anHourThatIsSkippedIsNotOpen() {
        assertThat(open(CLOCKS_FORWARD, 2 * 60, 3 * 60)).isEmpty();
        assertThat(open(CLOCKS_FORWARD, 150, 240)).containsExactly(span("2027-03-14T07:00:00Z", 1));
    }

    @Test
    void anHourThatComesTwiceIsOpenTwice() {
        assertThat(open(CLOCKS_BACK, 60, 120)).containsExactly(span("2026-11-01T05:00:00Z", 2));
    }

    /** Every zone of its own rules with its next four transitions. */
    static Stream<Days> transitions() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .collect(Collectors.toMap(ZoneId::getRules, zone -> zone, (one, same) -> one))
                .values()
                .stream()
                .flatMap(zone -> Stream.iterate(
                                zone.getRules().nextTransition(Instant.parse("2026-11-26T00:00:00Z")),
                                transition -> transition != null,
                                transition -> zone.getRules().nextTransition(transition.getInstant()))
                        .limit(4)
                        .map(transition -> LocalDate.ofInstant(transition.getInstant(), zone))
                        .map(day -> days(day.minusDays(1), day.plusDays(1), zone)));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void whoeverIsAlwaysOpenIsOpenWithoutAGapWhereClocksAreChanged(Days days) {
        var always = week(new WallSpan(0, 720), new WallSpan(720, 1_440));
        assertThat(days.worked(always, Map.of()))
                .containsExactly(new TimeSpan(
                        days.first().atStartOfDay(days.zone()).toInstant(),
                        days.last().plusDays(1).atStartOfDay(days.zone()).toInstant()));
    }

    @Test
    void aDayThatDiffersReplacesTheUsualHours() {
        var day = LocalDate.of(2026, 12, 25);
        var usual = List.of(new OpenDay(day, List.of(new WallSpan(540, 1_080)), List.of()));
        assertThat(differing(day, false).open(usual, same -> List.of())).isEmpty();
        assertThat(differing(day, false, new WallSpan(600, 660)).open(usual, same -> List.of()))
                .containsExactly(span("2026-12-25T15:00:00Z", 1));
        assertThat(differing(day, true).open(usual, same -> List.of(new WallSpan(660, 720))))
                .containsExactly(span("2026-12-25T16:00:00Z", 1));
    }

    @Test
    void whatLiesInBothIsCommon() {
        var place = List.of(span("2026-12-01T09:00:00Z", 3), span("2026-12-01T13:00:00Z", 5));
        var person = List.of(span("2026-12-01T10:00:00Z", 4), span("2026-12-01T17:00:00Z", 4));
        assertThat(HoursPass.common(place, person))
                .containsExactly(
                        span("2026-12-01T10:00:00Z", 2),
                        span("2026-12-01T13:00:00Z", 1),
                        span("2026-12-01T17:00:00Z", 1));
    }

    private static List<TimeSpan> open(LocalDate day, int opens, int closes) {
        return days(day, day, NEW_YORK).worked(week(new WallSpan(opens, closes)), Map.of());
    }

    private static Days days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Days(first, last, zone, HolidayCalendar.NONE, Instant.MIN, Instant.MAX, Map.of());
    }

    private static Days differing(LocalDate day, boolean asUsual, WallSpan... open) {
        return new Days(
                day,
                day,
                NEW_YORK,
                HolidayCalendar.NONE,
                Instant.MIN,
                Instant.MAX,
                Map.of(day, new Differing(asUsual, List.of(open))));
    }

    private static Map<Integer, List<WallSpan>> week(WallSpan... spans) {
        return IntStream.rangeClosed(1, 7).boxed().collect(Collectors.toMap(day -> day, day -> List.of(spans)));
    }

    private static TimeSpan span(String start, int hours) {
        return TimeSpan.of(Instant.parse(start), Duration.ofHours(hours));
    }
}
