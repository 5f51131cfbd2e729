package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.booking.Route.Insertion;
import org.townloop.supply.booking.Teams.Team;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Table;

/**
 * Chooses who and what serves requests, one request after another: those who have least to do that day come first, and
 * among equals the lower id, so that the same question has the same answer.
 */
class Choice {

    private static final String FIELD = "slotStart";

    private final Map<PlaceId, Roster> rosters;
    private final Map<UUID, List<TimeSpan>> taken;
    private final Outings outings;
    private final Routes routes;
    private final List<Claimed> chosen = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();

    Choice(Map<PlaceId, Roster> rosters, List<Claimed> taken, Outings outings) {
        this.rosters = rosters;
        this.outings = outings;
        this.routes = outings.routes();
        this.taken = taken.stream()
                .collect(Collectors.groupingBy(
                        Claimed::subject,
                        Collectors.mapping(Claimed::during, Collectors.toCollection(ArrayList::new))));
    }

    /**
     * Chooses for all of them or for none. Those whom few can serve choose first.
     *
     * @param expiry when the claims of a request expire, null for never
     */
    Outcome<List<Claimed>> choose(List<HoldRequest> requests, Function<HoldRequest, @Nullable Instant> expiry) {
        for (var request : Choosing.fewestFirst(requests)) {
            var refusal = choose(request, expiry.apply(request));
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.done(chosen());
    }

    List<Claimed> chosen() {
        return chosen.stream().map(routes::now).toList();
    }

    /** Which of the place's people or things are there and free for it, the least busy first. */
    List<Subject> free(HoldRequest request, Claimed.Kind kind) {
        var roster = rosterOf(rosters, request);
        var able = kind == Claimed.Kind.STAFF ? roster.staffFor(request.offer()) : roster.resourcesFor(request.offer());
        return free(able, roster, request);
    }

    /** What is to be done at homes by those who were chosen. */
    List<Job> jobs() {
        return jobs;
    }

    @Nullable
    Refusal choose(HoldRequest request, @Nullable Instant expiresAt) {
        return request.offer().arrangement() instanceof Table ? seat(request, expiresAt) : serve(request, expiresAt);
    }

    /** The party gets the tables that {@link Seating} chooses. */
    private @Nullable Refusal seat(HoldRequest request, @Nullable Instant expiresAt) {
        var roster = rosterOf(rosters, request);
        var free = free(roster.resourcesFor(request.offer()), roster, request);
        var tables = Seating.choose(free, request.quantity());
        if (tables.isEmpty()) {
            var left = Seating.most(free);
            return left < request.quantity() && left > 0
                    ? Refusal.of(BookingReason.PARTY_TOO_LARGE, "quantity", Map.of("left", left))
                    : Refusal.of(BookingReason.SLOT_TAKEN, FIELD);
        }
        take(request, tables, Claimed.Kind.RESOURCE, expiresAt);
        return null;
    }

    private @Nullable Refusal serve(HoldRequest request, @Nullable Instant expiresAt) {
        var roster = rosterOf(rosters, request);
        if (Doorsteps.goesOut(request.offer())) {
            return send(request, roster, expiresAt);
        }
        var staff = free(roster.staffFor(request.offer()), roster, request);
        var needsResource = request.offer().resourceKind() != null;
        var resources = needsResource ? free(roster.resourcesFor(request.offer()), roster, request) : staff;
        var left = Math.min(staff.size(), resources.size());
        if (left < request.quantity()) {
            return left == 0
                    ? Refusal.of(BookingReason.SLOT_TAKEN, FIELD)
                    : Refusal.of(BookingReason.TOO_FEW_LEFT, "quantity", Map.of("left", left));
        }
        take(request, staff.subList(0, request.quantity()), Claimed.Kind.STAFF, expiresAt);
        if (needsResource) {
            take(request, resources.subList(0, request.quantity()), Claimed.Kind.RESOURCE, expiresAt);
        }
        return null;
    }

    private @Nullable Refusal send(HoldRequest request, Roster roster, @Nullable Instant expiresAt) {
        var site = request.wish().site();
        var team = site == null
                ? Optional.<Team>empty()
                : outings.best(request.offer(), roster, Leg.of(site), request.start());
        if (site == null || team.isEmpty()) {
            return Refusal.of(BookingReason.SLOT_TAKEN, FIELD);
        }
        for (var member : team.get().members()) {
            if (request.ride() != null) {
                drive(member, request, roster, expiresAt);
            }
            take(member, request, expiresAt);
        }
        var leg = Leg.of(site);
        var lasting = request.ride() == null
                ? request.offer().duration()
                : Drive.of(outings.travel(), leg).time();
        jobs.add(Job.of(request, leg, team.get().start(), lasting));
        return null;
    }

    /** The vehicle is taken without the way there, which changes with what its driver does before. */
    private void drive(Insertion member, HoldRequest request, Roster roster, @Nullable Instant expiresAt) {
        var vehicle = outings.vehicle(request.offer(), roster, member).orElseThrow();
        outings.cars().take(member.person(), vehicle.id(), member.work());
        chosen.add(new Claimed(
                request.order(),
                request.line(),
                request.offer().place(),
                vehicle.id(),
                Claimed.Kind.RESOURCE,
                member.work(),
                expiresAt));
        taken.computeIfAbsent(vehicle.id(), id -> new ArrayList<>()).add(member.work());
    }

    private void take(Insertion member, HoldRequest request, @Nullable Instant expiresAt) {
        var goesOut = Doorsteps.goesOut(request.offer());
        var claim = new Claimed(
                request.order(),
                request.line(),
                request.offer().place(),
                member.person(),
                Claimed.Kind.STAFF,
                member.during(),
                expiresAt,
                member.way(),
                goesOut ? member.leg().from() : null,
                request.ride() == null ? null : member.leg().to());
        routes.take(member, claim);
        chosen.add(claim);
        taken.computeIfAbsent(member.person(), id -> new ArrayList<>()).add(claim.during());
    }

    void take(HoldRequest request, List<Subject> subjects, Claimed.Kind kind, @Nullable Instant expiresAt) {
        for (var subject : subjects) {
            if (subject.isPerson()) {
                take(
                        routes.of(subject.id())
                                .insertion(request.during(), here(request), Instant.EPOCH)
                                .orElseThrow(),
                        request,
                        expiresAt);
                continue;
            }
            chosen.add(new Claimed(
                    request.order(),
                    request.line(),
                    request.offer().place(),
                    subject.id(),
                    kind,
                    request.during(),
                    expiresAt));
            taken.computeIfAbsent(subject.id(), id -> new ArrayList<>()).add(request.during());
        }
    }

    /** Who of them is there and free, the least busy first. */
    private List<Subject> free(List<Subject> subjects, Roster roster, HoldRequest request) {
        var during = request.during();
        var timeline = roster.timeline();
        var day = dayOf(request.start(), timeline);
        return subjects.stream()
                .filter(subject ->
                        Bits.all(subject.open(), timeline.floor(during.start()), timeline.ceil(during.end())))
                .filter(subject -> subject.isPerson()
                        ? routes.of(subject.id())
                                .insertion(during, here(request), Instant.EPOCH)
                                .isPresent()
                        : takenBy(subject).noneMatch(during::overlaps))
                .sorted(Comparator.comparing((Subject subject) -> busy(subject, day))
                        .thenComparing(Subject::id))
                .toList();
    }

    /** Whoever comes from somebody's home comes in time. */
    private Leg here(HoldRequest request) {
        return Leg.at(rosterOf(rosters, request).point());
    }

    private Duration busy(Subject subject, TimeSpan day) {
        return takenBy(subject).filter(day::overlaps).map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
    }

    private Stream<TimeSpan> takenBy(Subject subject) {
        return taken.getOrDefault(subject.id(), List.of()).stream();
    }

    static Roster rosterOf(Map<PlaceId, Roster> rosters, HoldRequest request) {
        var roster = rosters.get(request.offer().place());
        if (roster == null) {
            throw new IllegalStateException(
                    "no roster of place " + request.offer().place());
        }
        return roster;
    }

    static TimeSpan dayOf(Instant start, Timeline timeline) {
        var zone = timeline.zone();
        var day = LocalDate.ofInstant(start, zone);
        return new TimeSpan(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
