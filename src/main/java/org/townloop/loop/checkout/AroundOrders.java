package org.townloop.loop.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.SealedPaths;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferVersion;

/**
 * What there is to be told of some orders and visits.
 *
 * @param people who acts for each merchant
 * @param links the guests' own, of orders that staff took for somebody
 * @param reviewed the orders of which a visit was reviewed
 */
record AroundOrders(
        Map<OrderId, Order> orders,
        Map<VisitId, Visit> visits,
        Map<PlaceId, Place> places,
        Map<OfferVersion, Offer> offers,
        Map<UUID, List<PersonId>> people,
        Map<OrderId, String> links,
        Map<OrderId, Cancellation> calledOff,
        Set<OrderId> reviewed) {

    Order order(OrderId id) {
        return Optional.ofNullable(orders.get(id))
                .orElseThrow(() -> new IllegalStateException("an event of an order that is not there: " + id.value()));
    }

    List<PersonId> merchantsPeople(Order order) {
        return people.getOrDefault(order.merchant().value(), List.of());
    }

    /** Who did not come was told so when it was settled. */
    boolean wasMissed(Order order) {
        return Optional.ofNullable(calledOff.get(order.id()))
                .filter(cancellation -> cancellation.cause() == CancellationCause.NOBODY_CAME)
                .isPresent();
    }

    /** Of a guest whom staff took the order for, letters lead to where they need not sign in. */
    Map<String, Object> toResident(Order order) {
        var facts = facts(order);
        Optional.ofNullable(links.get(order.id())).ifPresent(path -> facts.put(SealedPaths.FACT, path));
        return facts;
    }

    /** It leads to the desk. */
    Map<String, Object> toMerchant(Order order) {
        var facts = facts(order);
        facts.put("desk", true);
        return facts;
    }

    Words place(PlaceId id) {
        return Optional.ofNullable(places.get(id)).orElseThrow().name();
    }

    private Map<String, Object> facts(Order order) {
        var facts = new HashMap<String, Object>();
        facts.put("title", order.first().title());
        facts.put("place", place(order.place()));
        facts.put("totalMinor", order.total().minor());
        facts.put("currency", order.total().currency().getCurrencyCode());
        if (order.isByOpening()) {
            facts.put("online", true);
        }
        if (order.startsAt() != null) {
            facts.put("startsAt", order.startsAt().toString());
            facts.put("onDay", isOnDay(order));
        }
        return facts;
    }

    /** Whether it is had on a day: then its start says the day, and no time is to be told. */
    private boolean isOnDay(Order order) {
        return Optional.ofNullable(offers.get(sold(order))).orElseThrow().isWalkIn();
    }

    static OfferVersion sold(Order order) {
        return new OfferVersion(order.first().offer(), order.first().offerVersion());
    }
}
