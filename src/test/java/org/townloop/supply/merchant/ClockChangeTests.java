package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.townloop.base.region.HolidayCalendar;
import org.townloop.supply.merchant.hours.Notation;
import org.townloop.supply.merchant.hours.Reading;
import org.townloop.supply.merchant.hours.WallSpan;

/**
 * Hours around every change of clocks that the JDK knows of, in every zone with rules of its own, against a clock that is
 * watched tick by tick.
 */
class ClockChangeTests {

    private static final Instant FAR = Instant.parse("2032-01-01T00:00:00Z");
    private static final int DAY = 86_400;

    @Test
    void aStretchBeginsWhenTheClockFirstShowsItAndEndsWhenItLastDoes() {
        var random = new Random(11);
        var changes = 0;
        for (var zone : zones()) {
            for (var change : changes(zone)) {
                check(zone, change, random);
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(20_000);
    }

    /** The control: a reading that takes the other of two offsets is found out. */
    @Test
    void aClockThatIsReadWronglyIsSeen() {
        var zone = ZoneId.of("America/New_York");
        var back = zone.getRules().nextTransition(Instant.parse("2026-10-01T00:00:00Z"));
        var watched = Watched.around(zone, back);
        var span = new WallSpan(90, 150);
        var right = span.on(LocalDate.of(2026, 11, 1), zone);
        assertThat(watched.span(LocalDate.of(2026, 11, 1), span)).containsExactly(right[0], right[1]);
        assertThat(right[0].plusSeconds(3_600)).isNotEqualTo(watched.span(LocalDate.of(2026, 11, 1), span)[0]);
    }

    private static void check(ZoneId zone, ZoneOffsetTransition change, Random random) {
        var watched = Watched.around(zone, change);
        var spans = List.of(span(change, random), span(change, random));
        var notation = notation(spans);
        var from = watched.start.plusSeconds(DAY);
        var to = watched.start.plusSeconds(3L * DAY);
        var first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(2);
        var last = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(2);
        var days = new Days(first, last, zone, HolidayCalendar.NONE, from, to, Map.of());
        assertThat(days.open(notation.days(first, last, HolidayCalendar.NONE), day -> List.of()))
                .as("%s in %s at %s", notation, zone, change)
                .isEqualTo(watched.open(spans, first, last, from, to));
    }

    /** Begins and ends near what the clock shows before or after it is changed, over midnight perhaps. */
    private static WallSpan span(ZoneOffsetTransition change, Random random) {
        var around = random.nextBoolean() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        var minute = around.getHour() * 60 + around.getMinute();
        var opens =
                Math.floorMod(minute + List.of(-120, -60, -30, -1, 0, 1, 30, 60).get(random.nextInt(8)), 1_440);
        var closes = opens + List.of(1, 30, 45, 60, 90, 180, 600, 1_440).get(random.nextInt(8));
        return new WallSpan(opens, closes);
    }

    private static Notation notation(List<WallSpan> spans) {
        var text = spans.stream()
                .map(span -> time(span.opens()) + "-" + time(span.closes()))
                .collect(Collectors.joining(","));
        return ((Reading.Read) Notation.read(text)).notation();
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static List<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .collect(Collectors.toMap(ZoneId::getRules, zone -> zone, (one, same) -> one))
                .values()
                .stream()
                .toList();
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        var rules = zone.getRules();
        return Stream.iterate(
                        rules.nextTransition(Instant.parse("1800-01-01T00:00:00Z")),
                        change -> change != null && change.getInstant().isBefore(FAR),
                        change -> rules.nextTransition(change.getInstant()))
                .toList();
    }

    /**
     * What the clock on the wall showed in four days, second by second or minute by minute.
     *
     * @param shown seconds since 1970 as the clock tells them, at each tick
     */
    private record Watched(Instant start, int tick, long[] shown) {

        static Watched around(ZoneId zone, ZoneOffsetTransition change) {
            var offsets = change.getOffsetBefore().getTotalSeconds() % 60 == 0
                    && change.getOffsetAfter().getTotalSeconds() % 60 == 0
                    && change.toEpochSecond() % 60 == 0;
            var tick = offsets ? 60 : 1;
            var start = Instant.ofEpochSecond(Math.floorDiv(change.toEpochSecond(), 60) * 60 - 2 * DAY);
            var shown = new long[4 * DAY / tick];
            for (int i = 0; i < shown.length; i++) {
                var moment = start.plusSeconds((long) i * tick);
                shown[i] = moment.getEpochSecond()
                        + zone.getRules().getOffset(moment).getTotalSeconds();
            }
            return new Watched(start, tick, shown);
        }

        /** From the first tick at which it shows no less than the beginning to the last that is before the end. */
        Instant[] span(LocalDate day, WallSpan span) {
            var midnight = day.toEpochDay() * DAY;
            var first = 0;
            while (first < shown.length && shown[first] < midnight + span.opens() * 60L) {
                first++;
            }
            var last = shown.length - 1;
            while (last >= 0 && shown[last] >= midnight + span.closes() * 60L) {
                last--;
            }
            return new Instant[] {at(first), at(last + 1)};
        }

        List<TimeSpan> open(List<WallSpan> spans, LocalDate first, LocalDate last, Instant from, Instant to) {
            var open = new boolean[shown.length];
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                for (var span : spans) {
                    var ends = span(day, span);
                    for (int i = tick(ends[0]); i < tick(ends[1]); i++) {
                        open[i] = true;
                    }
                }
            }
            var found = new ArrayList<TimeSpan>();
            for (int i = tick(from); i < tick(to); i++) {
                var begun = i;
                while (i < tick(to) && open[i]) {
                    i++;
                }
                if (i > begun) {
                    found.add(new TimeSpan(at(begun), at(i)));
                }
            }
            return found;
        }

        private Instant at(int i) {
            return start.plusSeconds((long) i * tick);
        }

        private int tick(Instant moment) {
            return (int) ((moment.getEpochSecond() - start.getEpochSecond()) / tick);
        }
    }
}
