package org.townloop.supply.offer;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class, a tour, a screening: it takes place when the place says, for so many people each time.
 *
 * @param seats for how many, at least 1
 * @param weekly when it usually takes place, by the place's clock
 * @param once when it takes place besides
 * @param without when it does not take place although it is written there
 * @param quorum from how many people on it takes place; null if it does however few come
 */
public record Session(
        int seats,
        List<Weekly> weekly,
        Set<LocalDateTime> once,
        Set<LocalDateTime> without,
        @Nullable Quorum quorum) implements Arrangement {

    /**
     * @param from the first day on which it may take place; null for always
     * @param until the last one; null for always
     */
    public record Weekly(
            DayOfWeek day,
            LocalTime at,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        boolean isNever() {
            return from != null && until != null && until.isBefore(from);
        }

        boolean isOn(LocalDate date) {
            return date.getDayOfWeek() == day
                    && (from == null || !date.isBefore(from))
                    && (until == null || !date.isAfter(until));
        }
    }

    public Session {
        weekly = List.copyOf(weekly);
        once = Set.copyOf(once);
        without = Set.copyOf(without);
    }

    /** One that takes place however few come. */
    public Session(int seats, List<Weekly> weekly, Set<LocalDateTime> once, Set<LocalDateTime> without) {
        this(seats, weekly, once, without, null);
    }

    /**
     * When it takes place from that moment on and before the other. A time that the clock leaves out in spring is as much
     * later as the clock is put forward; of a time that it shows twice in autumn the first is meant.
     *
     * @param zone of the place's clock
     */
    public SortedSet<Instant> between(ZoneId zone, Instant from, Instant to) {
        var starts = new TreeSet<Instant>();
        var off = calledOff(zone);
        var last = LocalDate.ofInstant(to, zone);
        for (var day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (var week : weekly) {
                if (week.isOn(day)) {
                    starts.add(day.atTime(week.at()).atZone(zone).toInstant());
                }
            }
        }
        once.stream().map(time -> time.atZone(zone).toInstant()).forEach(starts::add);
        starts.removeAll(off);
        return starts.headSet(to).tailSet(from);
    }

    /** Whether it takes place then. */
    public boolean isAt(ZoneId zone, Instant start) {
        return between(zone, start, start.plusNanos(1)).contains(start);
    }

    /** The moments at which it does not take place although it is written there, as the clock means them. */
    public Set<Instant> calledOff(ZoneId zone) {
        return without.stream().map(time -> time.atZone(zone).toInstant()).collect(Collectors.toSet());
    }

    /**
     * The same but for that time.
     *
     * @param forgotten before then nobody needs to know any more what took place and what did not
     */
    Session without(LocalDateTime time, LocalDateTime forgotten) {
        var off = new TreeSet<>(without);
        off.add(time);
        return new Session(seats, weekly, since(once, forgotten), since(off, forgotten), quorum);
    }

    private static Set<LocalDateTime> since(Set<LocalDateTime> times, LocalDateTime forgotten) {
        return times.stream().filter(time -> !time.isBefore(forgotten)).collect(Collectors.toSet());
    }
}
