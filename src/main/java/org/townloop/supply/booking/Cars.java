package org.townloop.supply.booking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.supply.booking.Claimed.Kind;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.booking.Route.Insertion;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Who drives what. A vehicle is where its driver is: whoever drives it on a tour, the span of working time between leaving
 * the place and coming back, drives it for all of the tour, and nobody else does meanwhile.
 */
final class Cars {

    private record Part(UUID order, int line) {}

    private record Driven(UUID driver, UUID vehicle, TimeSpan work) {}

    private final Routes routes;
    private final List<Driven> driven = new ArrayList<>();
    private final Map<UUID, List<TimeSpan>> taken = new HashMap<>();

    Cars(List<Claimed> claims, Routes routes) {
        this.routes = routes;
        var parts = claims.stream().collect(Collectors.groupingBy(claim -> new Part(claim.order(), claim.line())));
        for (var part : parts.values()) {
            for (var thing : of(Kind.RESOURCE, part)) {
                taken.computeIfAbsent(thing.subject(), id -> new ArrayList<>()).add(thing.during());
                of(Kind.STAFF, part)
                        .forEach(person -> driven.add(new Driven(person.subject(), thing.subject(), thing.during())));
            }
        }
    }

    /** Somebody drives that now. */
    void take(UUID driver, UUID vehicle, TimeSpan work) {
        driven.add(new Driven(driver, vehicle, work));
        taken.computeIfAbsent(vehicle, id -> new ArrayList<>()).add(work);
    }

    /** The smallest of the vehicles that they can drive for that, among equals that of the lower id. */
    Optional<Subject> of(Insertion outing, List<Subject> vehicles, Timeline timeline) {
        var tour = routes.of(outing.person()).tour(outing.work()).orElse(outing.work());
        var theirs = driven.stream()
                .filter(each -> each.driver().equals(outing.person()) && tour.overlaps(each.work()))
                .map(Driven::vehicle)
                .collect(Collectors.toSet());
        return vehicles.stream()
                .filter(vehicle -> theirs.isEmpty() || theirs.contains(vehicle.id()))
                .filter(vehicle -> isFree(vehicle, outing.work(), timeline))
                .filter(vehicle -> !isAway(vehicle, outing.person(), tour))
                .min(Comparator.comparingInt(Subject::seats).thenComparing(Subject::id));
    }

    private boolean isFree(Subject vehicle, TimeSpan work, Timeline timeline) {
        return Bits.all(vehicle.open(), timeline.floor(work.start()), timeline.ceil(work.end()))
                && taken.getOrDefault(vehicle.id(), List.of()).stream().noneMatch(work::overlaps);
    }

    private boolean isAway(Subject vehicle, UUID driver, TimeSpan tour) {
        return driven.stream()
                .filter(each ->
                        each.vehicle().equals(vehicle.id()) && !each.driver().equals(driver))
                .anyMatch(each -> tourOf(each).overlaps(tour));
    }

    private TimeSpan tourOf(Driven each) {
        return routes.isHere(each.driver())
                ? routes.of(each.driver()).tour(each.work()).orElse(each.work())
                : each.work();
    }

    private static List<Claimed> of(Kind kind, List<Claimed> claims) {
        return claims.stream().filter(claim -> claim.kind() == kind).toList();
    }
}
