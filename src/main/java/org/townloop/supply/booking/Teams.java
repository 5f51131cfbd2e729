package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.townloop.supply.booking.Route.Insertion;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Chooses who comes to a door and when: of all starts within a window and of all who can be there in time and go on
 * in time, those who travel least longer for it; among equals the earlier start, then the lower ids. This is the
 * cheapest insertion heuristic (Rosenkrantz, Stearns and Lewis 1977), with time windows as in Solomon 1987: routes that
 * were promised stay as they are.
 *
 * @param routes of those who can do it
 * @param before how long before the start they are taken, for preparing
 * @param occupied how long they are taken in all, without the way there
 * @param size how many come together
 * @param told when they learn of it
 * @param able whether somebody has what it needs then
 */
record Teams(
        List<Route> routes, Duration before, Duration occupied, int size, Instant told, Predicate<Insertion> able) {

    /** @param start when they are at the door */
    record Team(Instant start, List<Insertion> members) {

        private Duration added() {
            return members.stream().map(Insertion::added).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * Those who travel least longer; empty if no team can be there within the window that begins then.
     *
     * @param window how long after its beginning they may still arrive
     */
    Optional<Team> best(Instant from, Duration window, Leg leg) {
        Optional<Team> best = Optional.empty();
        for (var start = from; !start.isAfter(from.plus(window)); start = start.plus(Timeline.MARK)) {
            var team = at(start, leg);
            if (team.isPresent()
                    && (best.isEmpty()
                            || team.get().added().compareTo(best.get().added()) < 0)) {
                best = team;
            }
        }
        return best;
    }

    /** Those who are there first, and of these those who travel least longer. */
    Optional<Team> first(Instant from, Duration window, Leg leg) {
        for (var start = from; !start.isAfter(from.plus(window)); start = start.plus(Timeline.MARK)) {
            var team = at(start, leg);
            if (team.isPresent()) {
                return team;
            }
        }
        return Optional.empty();
    }

    private Optional<Team> at(Instant start, Leg leg) {
        var work = TimeSpan.of(start.minus(before), occupied);
        var members = routes.stream()
                .flatMap(route -> route.insertion(work, leg, told).stream())
                .filter(able)
                .sorted(Comparator.comparing(Insertion::added).thenComparing(Insertion::person))
                .limit(size)
                .toList();
        return members.size() < size ? Optional.empty() : Optional.of(new Team(start, members));
    }
}
