package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Takes people's and things' time back. Whoever went on from there to somewhere else comes from elsewhere now: that is
 * reckoned in the same transaction, under the lock of the calendar.
 */
@Component
class Removal {

    private final Claims claims;
    private final Jobs jobs;
    private final Rosters rosters;
    private final Travel travel;
    private final ClaimWays ways;
    private final Clock clock;

    Removal(Claims claims, Jobs jobs, Rosters rosters, Travel travel, ClaimWays ways, Clock clock) {
        this.claims = claims;
        this.jobs = jobs;
        this.rosters = rosters;
        this.travel = travel;
        this.ways = ways;
        this.clock = clock;
    }

    /**
     * Locks the calendars of those of their places from which people go to homes; before anything else of the orders is
     * locked, as a hold does.
     *
     * @return these places
     */
    Set<PlaceId> lock(Collection<UUID> orders) {
        var since = clock.instant().minus(Route.REST);
        var travelling = jobs.placesWithJobs(claims.placesOf(orders), since);
        if (!travelling.isEmpty()) {
            claims.lockCalendars(travelling);
        }
        return travelling;
    }

    /** @param travelling the places that were locked for it */
    List<Touched> remove(Collection<UUID> orders, Set<PlaceId> travelling) {
        var removed = claims.remove(orders, clock.instant());
        jobs.remove(orders);
        var now = clock.instant();
        var ahead = removed.stream().filter(gone -> gone.end().isAfter(now)).toList();
        if (!travelling.isEmpty() && !ahead.isEmpty()) {
            mend(travelling, ahead, now);
        }
        return removed;
    }

    private void mend(Collection<PlaceId> places, List<Touched> gone, Instant now) {
        var ends = gone.stream().map(Touched::end).toList();
        var around = new TimeSpan(
                ends.stream().min(Instant::compareTo).orElseThrow().minus(Route.REST.multipliedBy(2)),
                ends.stream().max(Instant::compareTo).orElseThrow().plus(Route.REST.multipliedBy(2)));
        // holds that have expired may still be paid for: they are as good as any other
        var routes = new Routes(
                rosters.read(places, now).values(), claims.taken(places, around, Instant.EPOCH), travel, around);
        gone.forEach(routes::mendAfter);
        ways.reway(routes.rewayed());
    }
}
