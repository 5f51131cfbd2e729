package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.townloop.supply.merchant.PlaceId;

/** Frees lots of what orders have of them, and sessions of their people once nobody has a seat any more. */
final class FreedLots {

    private final LotClaims claims;
    private final LotOrders orders;
    private final SessionPeople people;

    FreedLots(LotClaims claims, LotOrders orders, SessionPeople people) {
        this.claims = claims;
        this.orders = orders;
        this.people = people;
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
    List<PlaceId> ofSessions(Collection<HoldRequest> requests, Instant now) {
        return requests.isEmpty() ? List.of() : removeExpired(new TreeSet<>(people.inTheWay(requests)), now);
    }

    /** Frees all seats and nights of the place that lie ahead and are held by what has expired. */
    List<PlaceId> ofExpired(PlaceId place, Instant now) {
        return removeExpired(new TreeSet<>(orders.expiredAt(place, now)), now);
    }

    /** All lots of the orders concerned are locked with those that are wanted, in one order. */
    List<PlaceId> removeExpired(TreeSet<Lot> wanted, Instant now) {
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
}
