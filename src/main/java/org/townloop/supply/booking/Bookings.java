package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.supply.pack.Packs;

/**
 * Takes and frees staff, resources and units of days, inside the caller's transaction. Locks are taken in one order by all:
 * the calendars of the places, the rows of days, the claims. Nobody and nothing is ever in two places at once: the constraint {@code never_in_two_places_at_once} is the judge, and the lock on a place's calendar sees to it
 * that nobody is refused by it who need not be.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Bookings {

    private final Claims claims;
    private final ExpiredClaims expired;
    private final Jobs jobs;
    private final Travel travel;
    private final Removal times;
    private final ClaimWays ways;
    private final DayBookings days;
    private final LotBookings lots;
    private final Rosters rosters;
    private final Packs packs;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    Bookings(
            Claims claims,
            ExpiredClaims expired,
            Jobs jobs,
            Travel travel,
            Removal times,
            ClaimWays ways,
            DayBookings days,
            LotBookings lots,
            Rosters rosters,
            Packs packs,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.claims = claims;
        this.expired = expired;
        this.jobs = jobs;
        this.travel = travel;
        this.times = times;
        this.ways = ways;
        this.days = days;
        this.lots = lots;
        this.rosters = rosters;
        this.packs = packs;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /**
     * Holds what all of the requests want, or nothing of it. The caller's transaction must be rolled back if this is
     * refused.
     *
     * @return the staff and resources that were taken, or refused with {@link BookingReason}
     */
    public Outcome<List<Claimed>> hold(List<HoldRequest> requests) {
        return take(requests, HoldRequest::expiresAt);
    }

    /**
     * Makes an order's holds bookings, also if they have expired and nobody was in need of them.
     *
     * @return whether it still had them
     */
    public boolean confirm(UUID order) {
        var places = new ArrayList<>(days.confirm(order));
        places.addAll(lots.confirm(order));
        places.addAll(claims.confirm(order));
        changed(places.stream());
        return !places.isEmpty();
    }

    /**
     * Books at once what an order held before it expired, because its payment came late.
     *
     * @return whether all of it was still free; if not, the order has nothing
     */
    public boolean reclaim(List<HoldRequest> requests) {
        return switch (take(requests, request -> null)) {
            case Outcome.Done<?> _ -> true;
            case Outcome.Refused<?> _ -> {
                release(requests.stream().map(HoldRequest::order).toList());
                yield false;
            }
        };
    }

    /** Frees all that the orders hold or have booked: they were cancelled, or their holds have expired. */
    public void release(Collection<UUID> orders) {
        if (!orders.isEmpty()) {
            var travelling = times.lock(orders);
            changed(Stream.of(
                            days.release(orders),
                            lots.release(orders),
                            times.remove(orders, travelling).stream()
                                    .map(Touched::place)
                                    .toList())
                    .flatMap(List::stream));
        }
    }

    /**
     * Moves what an order has booked to other times, all of it or nothing; what it had is free. The caller's transaction
     * must be rolled back if this is refused. The calendars are locked first, as a hold does: it would otherwise wait for
     * what is freed here while this waits for its calendar.
     */
    public Outcome<List<Claimed>> move(UUID order, List<HoldRequest> requests) {
        claims.lockCalendars(HoldSpan.places(requests));
        release(List.of(order));
        return take(requests, request -> null);
    }

    private Outcome<List<Claimed>> take(List<HoldRequest> requests, Function<HoldRequest, @Nullable Instant> expiry) {
        if (requests.isEmpty()) {
            return Outcome.done(List.of());
        }
        var now = clock.instant();
        var places = HoldSpan.places(requests);
        claims.lockCalendars(places);
        var here = rosters.read(places, now);
        var wanted = requests.stream().collect(Collectors.groupingBy(Bookings::kind));
        var onDays = days.take(wanted.getOrDefault(Kind.DAYS, List.of()), here, expiry, now);
        if (onDays instanceof Outcome.Refused<List<PlaceId>>(var refusal)) {
            return Outcome.refused(refusal);
        }
        var ofLots = lots.take(wanted.getOrDefault(Kind.LOTS, List.of()), here, expiry, now);
        if (ofLots instanceof Outcome.Refused<List<PlaceId>>(var refusal)) {
            return Outcome.refused(refusal);
        }
        changed(Stream.of(onDays, ofLots)
                .flatMap(taken ->
                        taken instanceof Outcome.Done<List<PlaceId>>(var touched) ? touched.stream() : Stream.of()));
        return takeTimes(wanted.getOrDefault(Kind.TIMES, List.of()), here, expiry, now);
    }

    /** What a request takes: units of days, of lots, or people and things for a time. */
    private enum Kind {
        DAYS,
        LOTS,
        TIMES
    }

    private static Kind kind(HoldRequest request) {
        return switch (request.offer().arrangement()) {
            case WalkIn _ -> Kind.DAYS;
            case Session _, Stay _ -> Kind.LOTS;
            case Appointment _, Table _, HomeVisit _ -> Kind.TIMES;
        };
    }

    private Outcome<List<Claimed>> takeTimes(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        if (requests.isEmpty()) {
            return Outcome.done(List.of());
        }
        var freed = expired.removeInTheWay(requests, now);
        jobs.remove(freed.stream().map(Touched::order).toList());
        var refusal = refusal(requests, here, now);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        var around = HoldSpan.days(requests, here);
        var taken = claims.taken(HoldSpan.places(requests), around, now);
        var routes = new Routes(here.values(), taken, travel, around);
        freed.forEach(routes::mendAfter);
        var choice = new Choice(here, taken, routes);
        return switch (choice.choose(requests, expiry)) {
            case Outcome.Refused<List<Claimed>> refused -> refused;
            case Outcome.Done<List<Claimed>>(var wanted) -> insert(wanted, choice.jobs(), routes.rewayed(), freed);
        };
    }

    private Outcome<List<Claimed>> insert(
            List<Claimed> wanted, List<Job> work, Map<Claimed, Claimed> rewayed, List<Touched> freed) {
        try {
            if (ways.reway(rewayed) < rewayed.size() || claims.insert(wanted) < wanted.size()) {
                return Outcome.refused(Refusal.of(BookingReason.SLOT_TAKEN, "slotStart"));
            }
        } catch (DataIntegrityViolationException e) {
            return Outcome.refused(Refusal.of(BookingReason.SLOT_TAKEN, "slotStart")); // the judge has spoken
        }
        jobs.insert(work);
        changed(Stream.concat(
                wanted.stream().map(Claimed::place), freed.stream().map(Touched::place)));
        return Outcome.done(wanted);
    }

    private @Nullable Refusal refusal(List<HoldRequest> requests, Map<PlaceId, Roster> here, Instant now) {
        for (var request : requests) {
            var offer = request.offer();
            var grid = packs.get(offer.pack(), offer.packVersion())
                    .mode(offer.mode())
                    .startEvery();
            var refusal = new StartRules(Choice.rosterOf(here, request), (int) grid.toMinutes(), now).refusal(request);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Others learn by the log; this process at the moment of the commit, so that its next question is answered so. */
    private void changed(Stream<PlaceId> places) {
        var changes =
                places.distinct().map(place -> new SlotsChanged(place.value())).toList();
        events.append(changes);
        changes.forEach(local::publishEvent);
    }
}
