package org.townloop.loop.quote;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.TimeSpan;

/**
 * When it is done and by whom.
 *
 * @param start of the first day
 * @param minutes for how long on each day
 * @param days on how many days, one after the other, each at the same hour
 * @param people who come
 */
public record Work(Instant start, int minutes, int days, Set<StaffId> people) {

    static final int SHORTEST_MINUTES = 15;
    static final int LONGEST_MINUTES = 24 * 60;
    public static final int MOST_DAYS = 10;

    public Work {
        people = Set.copyOf(people);
    }

    /** The time of each day by the clock on the place's wall; it is over when the next day's begins at the latest. */
    List<TimeSpan> times(ZoneId zone) {
        return IntStream.range(0, days)
                .mapToObj(day -> {
                    var begins = begins(day, zone);
                    var ends = begins.plus(Duration.ofMinutes(minutes));
                    var next = begins(day + 1, zone);
                    return new TimeSpan(begins, ends.isAfter(next) ? next : ends);
                })
                .toList();
    }

    private Instant begins(int day, ZoneId zone) {
        return start.atZone(zone).plusDays(day).toInstant();
    }

    /** When the last day's work is over. */
    public Instant end(ZoneId zone) {
        return times(zone).getLast().end();
    }
}
