package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;

/**
 * When a certain home can be visited, as a hold would answer it; and the ways that such a hold will ask about, learned
 * beforehand, because nobody waits for a server of routes within a transaction.
 */
@Component
public class Doorsteps {

    private final FreeTimes freeTimes;
    private final Claims claims;
    private final Travel travel;
    private final Clock clock;

    Doorsteps(FreeTimes freeTimes, Claims claims, Travel travel, Clock clock) {
        this.freeTimes = freeTimes;
        this.claims = claims;
        this.travel = travel;
        this.clock = clock;
    }

    /** Never within a transaction. Does nothing for what is done at the place. */
    public void learnWays(Offer offer, Wish wish) {
        var site = wish.site();
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        if (offer.arrangement() instanceof HomeVisit && site != null && bits != null) {
            var day = Choice.dayOf(wish.start(), bits.timeline());
            learn(bits.roster(), taken(offer, day), day, site.point());
        }
    }

    /** Why they do not come to that door at all; empty if they do. */
    public Optional<Refusal> tooFar(Offer offer, Point door) {
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        return bits == null || !(offer.arrangement() instanceof HomeVisit visit)
                ? Optional.empty()
                : Optional.ofNullable(new VisitRules(bits.roster()).tooFar(visit, door));
    }

    /** Those of the starts of windows, in order, within which a team can be at the door. */
    List<Instant> reachable(Offer offer, HomeVisit visit, Roster roster, List<Instant> starts, Point door) {
        if (starts.isEmpty() || new VisitRules(roster).tooFar(visit, door) != null) {
            return List.of();
        }
        var timeline = roster.timeline();
        var byDay = starts.stream()
                .collect(Collectors.groupingBy(
                        start -> LocalDate.ofInstant(start, timeline.zone()), TreeMap::new, Collectors.toList()));
        var taken = taken(
                offer,
                new TimeSpan(
                        starts.getFirst(),
                        Choice.dayOf(starts.getLast(), timeline).end()));
        var reachable = new ArrayList<Instant>();
        for (var windows : byDay.values()) {
            var day = around(Choice.dayOf(windows.getFirst(), timeline));
            learn(roster, taken, day, door);
            var routes = new Routes(
                    List.of(roster),
                    taken.stream().filter(claim -> claim.during().overlaps(day)).toList(),
                    travel,
                    day);
            var able = roster.staffFor(offer).stream()
                    .map(person -> routes.of(person.id()))
                    .toList();
            var teams = new Teams(able, offer, visit.team(), visit.window());
            windows.stream()
                    .filter(start -> teams.best(start, door).isPresent())
                    .forEach(reachable::add);
        }
        return reachable;
    }

    private List<Claimed> taken(Offer offer, TimeSpan span) {
        return claims.taken(List.of(offer.place()), around(span), clock.instant());
    }

    private void learn(Roster roster, List<Claimed> taken, TimeSpan day, Point door) {
        var points = new LinkedHashSet<>(List.of(door));
        if (roster.point() != null) {
            points.add(roster.point());
        }
        for (var claim : taken) {
            if (claim.at() != null && claim.during().overlaps(day)) {
                points.add(claim.at());
            }
        }
        travel.learn(points);
    }

    private static TimeSpan around(TimeSpan span) {
        return new TimeSpan(span.start().minus(Route.REST), span.end().plus(Route.REST));
    }
}
