package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.townloop.supply.merchant.TimeSpan;

/**
 * The days of a place that can be booked, as marks of five minutes that are counted along the line of time: a day on
 * which clocks are put back has twelve more of them, one on which they are put forward twelve fewer.
 *
 * @param base local midnight of today
 * @param marks how many
 */
record Timeline(ZoneId zone, LocalDate today, Instant base, int marks) {

    static final int DAYS = 60;
    static final Duration MARK = Duration.ofMinutes(5);

    private static final long MARK_SECONDS = MARK.toSeconds();

    static Timeline of(ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var midnight = today.atStartOfDay(zone).toEpochSecond();
        var base = Instant.ofEpochSecond(Math.floorDiv(midnight, MARK_SECONDS) * MARK_SECONDS);
        var end = today.plusDays(DAYS).atStartOfDay(zone).toInstant();
        return new Timeline(
                zone, today, base, (int) (Duration.between(base, end).toSeconds() / MARK_SECONDS));
    }

    /** How many make up that time, begun ones left out. */
    static int marks(Duration time) {
        return (int) (time.toNanos() / MARK.toNanos());
    }

    boolean isOfToday(Instant now) {
        return LocalDate.ofInstant(now, zone).equals(today);
    }

    TimeSpan span() {
        return new TimeSpan(base, at(marks));
    }

    boolean covers(TimeSpan span) {
        return span().contains(span);
    }

    Instant at(int mark) {
        return base.plusSeconds(mark * MARK_SECONDS);
    }

    /** The mark at which the day begins. */
    int startOf(LocalDate day) {
        return floor(day.atStartOfDay(zone).toInstant());
    }

    /** The mark in which the moment lies; the first or the one after the last if it lies outside. */
    int floor(Instant moment) {
        return clamp(Math.floorDiv(nanosSinceBase(moment), MARK.toNanos()));
    }

    /** The first mark that does not begin before the moment, or the one after the last. */
    int ceil(Instant moment) {
        return clamp(Math.ceilDiv(nanosSinceBase(moment), MARK.toNanos()));
    }

    /** The marks at which the clock on the wall shows a whole multiple of so many minutes past the hour. */
    long[] grid(int minutes) {
        var grid = Bits.none(marks);
        var rules = zone.getRules();
        for (int mark = 0; mark < marks; ) {
            var transition = rules.nextTransition(at(mark));
            var until = transition == null ? marks : ceil(transition.getInstant());
            var offset = rules.getOffset(at(mark)).getTotalSeconds();
            var wall = base.getEpochSecond() + offset;
            for (; mark < until; mark++) {
                if ((wall + mark * MARK_SECONDS) % (minutes * 60L) == 0) {
                    Bits.set(grid, mark, mark + 1);
                }
            }
        }
        return grid;
    }

    private long nanosSinceBase(Instant moment) {
        if (moment.isBefore(base)) {
            return -1;
        }
        return Duration.between(base, moment.isAfter(at(marks)) ? at(marks) : moment)
                .toNanos();
    }

    private int clamp(long mark) {
        return (int) Math.clamp(mark, 0, marks);
    }
}
