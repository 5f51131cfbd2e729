package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.booking.Route.Insertion;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** The routes of the people at some places, as they are and as they become while a hold chooses. */
final class Routes {

    private final Map<UUID, Route> routes = new HashMap<>();

    /** @param around the time that is looked at; tours that reach beyond it are cut off a day later */
    Routes(Collection<Roster> rosters, List<Claimed> taken, Travel travel, TimeSpan around) {
        var stops = new HashMap<UUID, List<Stop>>();
        var places = new HashMap<PlaceId, Roster>();
        rosters.forEach(roster -> places.put(roster.place(), roster));
        for (var claim : taken) {
            var here = places.get(claim.place());
            if (claim.kind() == Claimed.Kind.STAFF && here != null) {
                stops.computeIfAbsent(claim.subject(), id -> new ArrayList<>()).add(Stop.of(claim, here.point()));
            }
        }
        for (var roster : rosters) {
            for (var person : roster.staff()) {
                routes.put(
                        person.id(),
                        new Route(
                                person.id(),
                                roster.point(),
                                working(person, roster.timeline(), around),
                                stops.getOrDefault(person.id(), List.of()),
                                travel));
            }
        }
    }

    Route of(UUID person) {
        var route = routes.get(person);
        if (route == null) {
            throw new IllegalStateException("nobody here is " + person);
        }
        return route;
    }

    boolean isHere(UUID person) {
        return routes.containsKey(person);
    }

    void take(Insertion insertion, Claimed claim) {
        routes.put(insertion.person(), of(insertion.person()).with(insertion, claim));
    }

    /** @param gone what one of them no longer does */
    void mendAfter(Touched gone) {
        routes.computeIfPresent(gone.subject(), (id, route) -> route.mendedAfter(gone.end()));
    }

    /** Claims as they are to be, of those that stand in the table otherwise. */
    Map<Claimed, Claimed> rewayed() {
        var changed = new HashMap<Claimed, Claimed>();
        stops().filter(Stop::isRewayed).forEach(stop -> changed.put(stop.stored(), stop.claim()));
        return changed;
    }

    /** A claim that was chosen, as it is now that others were chosen after it. */
    Claimed now(Claimed chosen) {
        return stops().filter(stop -> stop.stored() == null)
                .map(Stop::claim)
                .filter(claim -> claim.subject().equals(chosen.subject())
                        && claim.line() == chosen.line()
                        && claim.order().equals(chosen.order()))
                .findFirst()
                .orElse(chosen);
    }

    private Stream<Stop> stops() {
        return routes.values().stream().flatMap(route -> route.stops().stream());
    }

    private static List<TimeSpan> working(Subject person, Timeline timeline, TimeSpan around) {
        var spans = new ArrayList<TimeSpan>();
        var end = timeline.ceil(around.end().plus(Route.REST));
        for (int mark = timeline.floor(around.start().minus(Route.REST)); mark < end; mark++) {
            var from = mark;
            while (mark < end && Bits.all(person.open(), mark, mark + 1)) {
                mark++;
            }
            if (mark > from) {
                spans.add(new TimeSpan(timeline.at(from), timeline.at(mark)));
            }
        }
        return spans;
    }
}
