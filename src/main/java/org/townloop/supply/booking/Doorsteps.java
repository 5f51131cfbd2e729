package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Teams.Team;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;

/**
 * When somebody can be at a certain door, as a hold would answer it; and the ways that such a hold will ask about, learned
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
        if (goesOut(offer) && site != null && bits != null) {
            var day = Choice.dayOf(wish.start(), bits.timeline());
            learn(bits.roster(), taken(offer, day), day, Leg.of(site));
        }
    }

    /** Why nobody drives then, whoever is free: the place is closed; empty if it is open, or that day is not known yet. */
    public Optional<Refusal> shut(Offer offer, Instant start) {
        if (!(offer.arrangement() instanceof Ride)) {
            return Optional.empty();
        }
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        if (bits == null) {
            return Optional.empty();
        }
        var timeline = bits.timeline();
        var known = timeline.covers(new TimeSpan(start, start.plus(Timeline.MARK)));
        var mark = timeline.floor(start);
        return known && !Bits.all(bits.roster().open(), mark, mark + 1)
                ? Optional.of(Refusal.of(BookingReason.NOT_OPEN, "slotStart"))
                : Optional.empty();
    }

    /** Never within a transaction. */
    void learnWay(Leg leg) {
        travel.learn(Stream.of(leg.from(), leg.to()).flatMap(Stream::ofNullable).toList());
    }

    /** Why they do not come to that door at all; empty if they do. */
    public Optional<Refusal> tooFar(Offer offer, Point door) {
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        return bits == null || !(offer.arrangement() instanceof HomeVisit visit)
                ? Optional.empty()
                : Optional.ofNullable(new VisitRules(bits.roster()).tooFar(visit.withinMetres(), door));
    }

    /** Those of the starts of windows, in order, within which somebody can be at the door. */
    List<Instant> reachable(Offer offer, Roster roster, List<Instant> starts, Leg leg) {
        if (starts.isEmpty() || isNever(offer, roster, leg)) {
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
            var outings = outings(roster, taken, around(Choice.dayOf(windows.getFirst(), timeline)), leg);
            windows.stream()
                    .filter(start -> outings.best(offer, roster, leg, start).isPresent())
                    .forEach(reachable::add);
        }
        return reachable;
    }

    /** When a driver can be at the door first, from that start on and within that time. */
    Optional<Instant> first(Offer offer, Roster roster, Leg leg, Instant start, Duration within) {
        var around = around(new TimeSpan(start, start.plus(within)));
        return outings(roster, claims.taken(List.of(offer.place()), around, clock.instant()), around, leg)
                .first(offer, roster, leg, start, within)
                .map(Team::start);
    }

    private Outings outings(Roster roster, List<Claimed> taken, TimeSpan around, Leg leg) {
        learn(roster, taken, around, leg);
        var then =
                taken.stream().filter(claim -> claim.during().overlaps(around)).toList();
        var routes = new Routes(List.of(roster), then, travel, around);
        return new Outings(routes, new Cars(then, routes), travel, clock.instant());
    }

    private boolean isNever(Offer offer, Roster roster, Leg leg) {
        var door = leg.from();
        if (offer.arrangement() instanceof Ride ride) {
            return new TripRules(roster, travel).undriven(ride, leg) != null;
        }
        return !(offer.arrangement() instanceof HomeVisit visit)
                || door == null
                || new VisitRules(roster).tooFar(visit.withinMetres(), door) != null;
    }

    static boolean goesOut(Offer offer) {
        return offer.arrangement() instanceof HomeVisit || offer.arrangement() instanceof Ride;
    }

    private List<Claimed> taken(Offer offer, TimeSpan span) {
        return claims.taken(List.of(offer.place()), around(span), clock.instant());
    }

    private void learn(Roster roster, List<Claimed> taken, TimeSpan day, Leg leg) {
        var points = new LinkedHashSet<Point>();
        Stream.of(leg.from(), leg.to(), roster.point())
                .flatMap(Stream::ofNullable)
                .forEach(points::add);
        for (var claim : taken) {
            if (claim.during().overlaps(day)) {
                Stream.of(claim.at(), claim.to()).flatMap(Stream::ofNullable).forEach(points::add);
            }
        }
        travel.learn(points);
    }

    private static TimeSpan around(TimeSpan span) {
        return new TimeSpan(span.start().minus(Route.REST), span.end().plus(Route.REST));
    }
}
