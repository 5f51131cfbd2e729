package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Where one person is when. Each span of working time is a tour of its own: it begins and ends at the place, and between
 * two stops lies the way from the end of one to the beginning of the other. Who has nothing to do for twelve hours has been
 * at the place.
 *
 * @param base where the place is; null if nobody knows, then nobody travels
 * @param working when they work
 * @param stops where they are then
 */
record Route(UUID person, @Nullable Point base, List<TimeSpan> working, List<Stop> stops, Travel travel) {

    /** The longest time between two stops without having been at the place. */
    static final Duration REST = Duration.ofHours(12);

    /**
     * How work would be put in between two stops.
     *
     * @param way how long the person travels to it
     * @param next whose way changes by it; null if it would be the last of its tour
     * @param nextWay the way to that one, or back to the place
     * @param added how much longer they travel in all; less than nothing where known ways contradict each other
     */
    record Insertion(
            UUID person,
            TimeSpan work,
            Leg leg,
            Duration way,
            @Nullable Stop next,
            Duration nextWay,
            Duration added) {

        /** What it takes of the person's time. */
        TimeSpan during() {
            return new TimeSpan(work.start().minus(way), work.end());
        }
    }

    Route {
        working = List.copyOf(working);
        stops = stops.stream()
                .sorted(Comparator.comparing(stop -> stop.work().start()))
                .toList();
    }

    /**
     * How they would do it; empty if they do not work then, are elsewhere, or cannot be there or go on in time.
     *
     * @param told when they learn of it: to somewhere else than the place nobody sets out before, and whoever has set out
     *     to what comes next is not sent on a detour
     */
    Optional<Insertion> insertion(TimeSpan work, Leg leg, Instant told) {
        return tour(work)
                .filter(tour -> stops.stream().noneMatch(stop -> stop.work().overlaps(work)))
                .flatMap(tour -> insertion(tour, work, leg, told));
    }

    /** The span of working time in which all of it lies; empty if they do not work then. */
    Optional<TimeSpan> tour(TimeSpan work) {
        return working.stream().filter(tour -> tour.contains(work)).findFirst();
    }

    private Optional<Insertion> insertion(TimeSpan tour, TimeSpan work, Leg leg, Instant told) {
        var before = before(tour, work.start());
        var next = after(tour, work.end());
        var from = before == null ? base : before.leg().to();
        var to = next == null ? base : next.leg().from();
        var way = between(from, leg.from());
        var onward = between(leg.to(), to);
        var isElsewhere = leg.from() != null && !leg.from().equals(base);
        if (isElsewhere && next != null && next.claim().during().start().isBefore(told)) {
            return Optional.empty();
        }
        var free = before == null || before.work().end().isBefore(tour.start())
                ? tour.start()
                : before.work().end();
        var setOut = isElsewhere && free.isBefore(told) ? told : free;
        var due = next == null ? tour.end() : next.work().start();
        return setOut.plus(way).isAfter(work.start()) || work.end().plus(onward).isAfter(due)
                ? Optional.empty()
                : Optional.of(new Insertion(
                        person, work, leg, way, next, onward, way.plus(onward).minus(between(from, to))));
    }

    /** With that work put in: the way to what comes after it is another one then. */
    Route with(Insertion insertion, Claimed claim) {
        var others = new ArrayList<Stop>();
        for (var stop : stops) {
            others.add(stop.equals(insertion.next()) ? stop.after(insertion.nextWay()) : stop);
        }
        others.add(new Stop(insertion.work(), insertion.leg(), claim, null));
        return new Route(person, base, working, others, travel);
    }

    /**
     * After what ended then was taken out: what comes next is reached from what comes before it now. What is known of
     * ways may have changed since; nobody sets out before they are done.
     */
    Route mendedAfter(Instant end) {
        var others = new ArrayList<Stop>();
        var mended = false;
        for (var stop : stops) {
            var isNext = !mended && !stop.work().start().isBefore(end);
            others.add(isNext ? stop.after(wayTo(stop)) : stop);
            mended |= isNext;
        }
        return new Route(person, base, working, others, travel);
    }

    /** How long they travel to a stop. */
    Duration wayTo(Stop stop) {
        var before = working.stream()
                .filter(tour -> tour.overlaps(stop.work()))
                .findFirst()
                .map(tour -> before(tour, stop.work().start()))
                .orElse(null);
        if (before == null) {
            return between(base, stop.leg().from());
        }
        var way = between(before.leg().to(), stop.leg().from());
        var most = Duration.between(before.work().end(), stop.work().start());
        return way.compareTo(most) > 0 ? most : way;
    }

    private @Nullable Stop before(TimeSpan tour, Instant start) {
        return stops.stream()
                .filter(stop -> !stop.work().end().isAfter(start)
                        && stop.work().end().isAfter(tour.start())
                        && !stop.work().end().plus(REST).isBefore(start))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private @Nullable Stop after(TimeSpan tour, Instant end) {
        return stops.stream()
                .filter(stop -> !stop.work().start().isBefore(end)
                        && stop.work().start().isBefore(tour.end())
                        && !stop.work().start().minus(REST).isAfter(end))
                .findFirst()
                .orElse(null);
    }

    private Duration between(@Nullable Point from, @Nullable Point to) {
        return from == null || to == null ? Duration.ZERO : travel.between(from, to);
    }
}
