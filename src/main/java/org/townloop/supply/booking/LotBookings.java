package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.offer.Session;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.Packs;

/**
 * Takes and frees what there are only so many of. No lot gives more than it has: its row is locked while it is counted,
 * and the constraint {@code never_more_than_the_lot} is the judge.
 */
@Component
class LotBookings {

    /** The longest that there is, when clocks are put back. */
    private static final Duration DAY = Duration.ofHours(25);

    private final LotClaims claims;
    private final LotOrders orders;
    private final TakenLots taken;
    private final SessionPeople people;
    private final Gatherings gatherings;
    private final Packs packs;
    private final Deliverables deliverables;

    LotBookings(
            LotClaims claims,
            LotOrders orders,
            TakenLots taken,
            SessionPeople people,
            Gatherings gatherings,
            Packs packs,
            Deliverables deliverables) {
        this.claims = claims;
        this.orders = orders;
        this.taken = taken;
        this.people = people;
        this.gatherings = gatherings;
        this.packs = packs;
        this.deliverables = deliverables;
    }

    List<PlaceId> leaving(Collection<UUID> orders, boolean leaving) {
        return orders.isEmpty() ? List.of() : claims.leaving(orders, leaving);
    }

    /** Takes what all of them want, or refuses; the caller's transaction must then be rolled back. */
    Outcome<List<PlaceId>> take(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        var wanted = new ArrayList<LotClaim>();
        var sessions = sessions(requests);
        var promised = sessions.isEmpty() ? Map.<Lot, Gathering>of() : gatherings.of(lots(sessions));
        for (var request : requests) {
            switch (rules(here, promised, request, now).claims(request, expiry.apply(request))) {
                case Outcome.Refused<List<LotClaim>>(var refusal) -> {
                    return Outcome.refused(refusal);
                }
                case Outcome.Done<List<LotClaim>>(var claims) -> wanted.addAll(claims);
            }
        }
        var freed = freeSessions(sessions, now);
        gatherings.promise(gathering(sessions));
        return switch (take(wanted, now)) {
            case Outcome.Refused<List<PlaceId>> refused -> refused;
            case Outcome.Done<List<PlaceId>>(var places) ->
                people.take(requests, here, now)
                        .map(more -> Stream.of(places, freed, more)
                                .flatMap(List::stream)
                                .distinct()
                                .toList());
        };
    }

    private static List<HoldRequest> sessions(List<HoldRequest> requests) {
        return requests.stream()
                .filter(request -> request.offer().arrangement() instanceof Session)
                .toList();
    }

    private static List<Lot> lots(List<HoldRequest> sessions) {
        return sessions.stream().map(LotBookings::lot).distinct().toList();
    }

    private static Lot lot(HoldRequest session) {
        return new Lot(session.offer().id().value(), session.start());
    }

    /** What is promised to whoever takes the first seat of a session that needs people. */
    private static List<Gatherings.Row> gathering(List<HoldRequest> sessions) {
        return sessions.stream()
                .flatMap(session -> Stream.ofNullable(Gathering.asOffered(session.offer(), session.start()))
                        .map(gathering ->
                                new Gatherings.Row(lot(session), session.offer().place(), gathering)))
                .toList();
    }

    private LotRules rules(Map<PlaceId, Roster> here, Map<Lot, Gathering> promised, HoldRequest request, Instant now) {
        var offer = request.offer();
        var mode = packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
        return new LotRules(
                Choice.rosterOf(here, request),
                mode.booking(),
                now,
                closed(request, mode.booking(), now),
                promised,
                offer.isOnline() ? deliverables.stock(offer) : 0);
    }

    /** It matters where a share is sold on top only. Nobody closes rooms meanwhile: the place's calendar is locked. */
    private Map<Lot, Integer> closed(HoldRequest request, BookingMode mode, Instant now) {
        if (StayRules.share(mode) == 0) {
            return Map.of();
        }
        var place = List.of(request.offer().place());
        return TakenLots.byLot(taken.closed(place, now.minus(DAY), now.plus(DAY.multipliedBy(Roster.YEAR + 1L))));
    }

    /** Takes what is wanted of lots, whatever for. */
    Outcome<List<PlaceId>> take(List<LotClaim> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return Outcome.done(List.of());
        }
        var lots = new TreeSet<Lot>();
        wanted.forEach(claim -> lots.add(claim.lot()));
        var freed = removeExpired(lots, now);
        var taken = new HashMap<>(claims.lock(lots));
        for (var claim : wanted) {
            var left = claim.capacity() - taken.getOrDefault(claim.lot(), 0);
            if (left < claim.units()) {
                return Outcome.refused(refusal(claim.lot(), left));
            }
            taken.merge(claim.lot(), claim.units(), Integer::sum);
        }
        try {
            claims.insert(wanted);
        } catch (DataIntegrityViolationException e) {
            return Outcome.refused(refusal(lots.getFirst(), 0)); // the judge has spoken
        }
        return Outcome.done(Stream.concat(wanted.stream().map(LotClaim::place), freed.stream())
                .distinct()
                .toList());
    }

    List<PlaceId> confirm(UUID order) {
        return claims.confirm(order);
    }

    List<PlaceId> release(Collection<UUID> freed) {
        var lots = freed.isEmpty() ? List.<Lot>of() : orders.lotsOf(freed);
        if (lots.isEmpty()) {
            return List.of();
        }
        claims.lock(lots);
        var places = claims.remove(freed, null);
        people.release(lots);
        return places;
    }

    /**
     * Frees the people and things of sessions that stand in the way of these requests, and of which nobody holds a seat any
     * more but by a hold that has expired.
     *
     * @return the places where some were freed
     */
    List<PlaceId> freeSessions(Collection<HoldRequest> requests, Instant now) {
        return requests.isEmpty() ? List.of() : removeExpired(new TreeSet<>(people.inTheWay(requests)), now);
    }

    /** Frees all seats and nights of the place that lie ahead and are held by what has expired. */
    List<PlaceId> freeExpired(PlaceId place, Instant now) {
        return removeExpired(new TreeSet<>(orders.expiredAt(place, now)), now);
    }

    /** All lots of the orders concerned are locked with those that are wanted, in one order. */
    private List<PlaceId> removeExpired(TreeSet<Lot> wanted, Instant now) {
        var doomed = wanted.isEmpty() ? List.<UUID>of() : orders.expired(wanted, now);
        if (doomed.isEmpty()) {
            return List.of();
        }
        var lots = new TreeSet<>(wanted);
        lots.addAll(orders.lotsOf(doomed));
        claims.lock(lots);
        var places = claims.remove(doomed, now);
        people.release(lots);
        return places;
    }

    private static Refusal refusal(Lot lot, int left) {
        return left <= 0 && lot.isOfCodes() ? Refusal.of(BookingReason.SOLD_OUT, "offerId") : refusal(left);
    }

    static Refusal refusal(int left) {
        return left <= 0
                ? Refusal.of(BookingReason.SLOT_TAKEN, "slotStart")
                : Refusal.of(BookingReason.TOO_FEW_LEFT, "quantity", Map.of("left", left));
    }
}
