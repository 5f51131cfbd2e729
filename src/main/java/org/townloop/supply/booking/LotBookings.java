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
    private final FreedLots freed;
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
        this.freed = new FreedLots(claims, orders, people);
        this.taken = taken;
        this.people = people;
        this.gatherings = gatherings;
        this.packs = packs;
        this.deliverables = deliverables;
    }

    List<PlaceId> leaving(Collection<UUID> orders, boolean leaving) {
        return orders.isEmpty() ? List.of() : claims.leaving(orders, leaving);
    }

    /** What a request wants of lots. */
    private record Wanting(HoldRequest request, List<LotClaim> claims) {}

    /** Takes what all of them want, or refuses; the caller's transaction must then be rolled back. */
    Judged takeAll(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        try {
            return take(requests, here, expiry, now);
        } catch (TakenMeanwhile e) {
            return Judged.refused(requests, TakenMeanwhile.refusal(requests.getFirst()));
        }
    }

    /**
     * Takes what each of them wants, one after another as far as the lots go: all that one request wants of lots, or nothing.
     *
     * @throws TakenMeanwhile if the constraint finds more taken than there is
     */
    Judged take(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        var refusals = new Refusals();
        var wanted = wanted(requests, here, expiry, now, refusals);
        var places = new ArrayList<>(freeSessions(sessions(refusals.left(requests)), now));
        places.addAll(judge(wanted, refusals, now));
        places.addAll(people.take(sessions(refusals.left(requests)), here, now, refusals));
        var granted = refusals.left(requests);
        gatherings.promiseTo(sessions(granted));
        insert(left(wanted, refusals).flatMap(each -> each.claims().stream()).toList());
        granted.forEach(request -> places.add(request.offer().place()));
        return new Judged(List.of(), places.stream().distinct().toList(), refusals.byOrder());
    }

    /** Whatever is left of the lots. */
    private List<Wanting> wanted(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now,
            Refusals refusals) {
        var sessions = sessions(requests);
        var promised = sessions.isEmpty() ? Map.<Lot, Gathering>of() : gatherings.of(lots(sessions));
        var wanted = new ArrayList<Wanting>();
        for (var request : requests) {
            switch (rules(here, promised, request, now).claims(request, expiry.apply(request))) {
                case Outcome.Refused<List<LotClaim>>(var refusal) -> refusals.note(request.order(), refusal);
                case Outcome.Done<List<LotClaim>>(var claims) -> wanted.add(new Wanting(request, claims));
            }
        }
        return wanted;
    }

    private static Stream<Wanting> left(List<Wanting> wanted, Refusals refusals) {
        return wanted.stream().filter(each -> refusals.isLeft(each.request()));
    }

    /**
     * Locks what is wanted, frees what has expired of it, and counts.
     *
     * @return the places where something was freed
     */
    private List<PlaceId> judge(List<Wanting> wanted, Refusals refusals, Instant now) {
        var lots = new TreeSet<Lot>();
        left(wanted, refusals).forEach(each -> each.claims().forEach(claim -> lots.add(claim.lot())));
        if (lots.isEmpty()) {
            return List.of();
        }
        var expired = freed.removeExpired(lots, now);
        var taken = new HashMap<>(claims.lock(lots));
        left(wanted, refusals).toList().forEach(each -> {
            if (refusals.passes(each.request(), tooFew(each.claims(), taken))) {
                each.claims().forEach(claim -> taken.merge(claim.lot(), claim.units(), Integer::sum));
            }
        });
        return expired;
    }

    private static @Nullable Refusal tooFew(List<LotClaim> claims, Map<Lot, Integer> taken) {
        for (var claim : claims) {
            var left = claim.capacity() - taken.getOrDefault(claim.lot(), 0);
            if (left < claim.units()) {
                return claim.tooFew(left);
            }
        }
        return null;
    }

    private void insert(List<LotClaim> granted) {
        if (!granted.isEmpty()) {
            TakenMeanwhile.unlessFree("a lot is full", () -> claims.insert(granted));
        }
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
        var expired = freed.removeExpired(lots, now);
        var taken = new HashMap<>(claims.lock(lots));
        for (var claim : wanted) {
            var tooFew = tooFew(List.of(claim), taken);
            if (tooFew != null) {
                return Outcome.refused(tooFew);
            }
            taken.merge(claim.lot(), claim.units(), Integer::sum);
        }
        try {
            insert(wanted);
        } catch (TakenMeanwhile e) {
            return Outcome.refused(wanted.getFirst().tooFew(0)); // the judge has spoken
        }
        return Outcome.done(Stream.concat(wanted.stream().map(LotClaim::place), expired.stream())
                .distinct()
                .toList());
    }

    List<Confirmed> confirm(Collection<UUID> orders) {
        return claims.confirm(orders);
    }

    List<PlaceId> release(Collection<UUID> released) {
        return freed.release(released);
    }

    List<PlaceId> freeSessions(Collection<HoldRequest> requests, Instant now) {
        return freed.ofSessions(requests, now);
    }

    List<PlaceId> freeExpired(PlaceId place, Instant now) {
        return freed.ofExpired(place, now);
    }

    static Refusal refusal(int left) {
        return left <= 0
                ? Refusal.of(BookingReason.SLOT_TAKEN, "slotStart")
                : Refusal.of(BookingReason.TOO_FEW_LEFT, "quantity", Map.of("left", left));
    }
}
