package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.townloop.base.kernel.Point;
import org.townloop.supply.booking.Route.Insertion;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;

/**
 * Chooses who comes to a home and when: of all starts within the window and of all who can be there in time and go on
 * in time, those who travel least longer for it; among equals the earlier start, then the lower ids. This is the
 * cheapest insertion heuristic (Rosenkrantz, Stearns and Lewis 1977), with time windows as in Solomon 1987: routes that
 * were promised stay as they are.
 *
 * @param routes of those who can do it
 * @param size how many come together
 * @param window how long after its beginning they may still arrive
 */
record Teams(List<Route> routes, Offer offer, int size, Duration window) {

    /** @param start when they are at the door */
    record Team(Instant start, List<Insertion> members) {

        private Duration added() {
            return members.stream().map(Insertion::added).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** Empty if no team can be there within the window that begins then. */
    Optional<Team> best(Instant from, Point door) {
        Optional<Team> best = Optional.empty();
        for (var start = from; !start.isAfter(from.plus(window)); start = start.plus(Timeline.MARK)) {
            var team = at(start, door);
            if (team.isPresent()
                    && (best.isEmpty()
                            || team.get().added().compareTo(best.get().added()) < 0)) {
                best = team;
            }
        }
        return best;
    }

    private Optional<Team> at(Instant start, Point door) {
        var work = TimeSpan.of(start.minus(offer.bufferBefore()), offer.occupied());
        var members = routes.stream()
                .flatMap(route -> route.insertion(work, door).stream())
                .sorted(Comparator.comparing(Insertion::added).thenComparing(Insertion::person))
                .limit(size)
                .toList();
        return members.size() < size ? Optional.empty() : Optional.of(new Team(start, members));
    }
}
