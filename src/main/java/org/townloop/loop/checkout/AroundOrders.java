package org.townloop.loop.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.SealedPaths;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.supply.booking.Gathering;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferVersion;

/**
 * What there is to be told of some orders and visits.
 *
 * @param balances what is paid at the place, of those that were sold for a deposit
 * @param together which of them were paid by one payment
 * @param people who acts for each merchant
 * @param links the guests' own, of orders that staff took for somebody
 * @param tooFew of which too few had booked, and how many
 * @param reviewed the orders of which a visit was reviewed
 */
record AroundOrders(
        Map<OrderId, Order> orders,
        Map<OrderId, Balance> balances,
        PaidTogether together,
        Map<VisitId, Visit> visits,
        Map<PlaceId, Place> places,
        Map<OfferVersion, Offer> offers,
        Map<UUID, List<PersonId>> people,
        Map<OrderId, String> links,
        Map<OrderId, Cancellation> calledOff,
        Map<OrderId, Gathering> tooFew,
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

    /** Whether it was closed after a dispute: both were told what was agreed or decided. */
    boolean wasDisputed(Order order) {
        return Optional.ofNullable(calledOff.get(order.id()))
                .filter(cancellation -> cancellation.cause() == CancellationCause.DISPUTED)
                .isPresent();
    }

    /** Whether too few had booked what it is for; the merchant was told so once, for all of them. */
    boolean isForTooFew(Order order) {
        return tooFew.containsKey(order.id());
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

    /** The order and those that were paid with it at the same moment, in the order in which they were asked for. */
    List<Order> paidWith(Order order) {
        return together.with(order, orders);
    }

    /** The order and those that were called off with it, in the order in which they were asked for. */
    List<Order> calledOffWith(Order order) {
        return together.calledOffWith(order, orders, calledOff);
    }

    /** Those that their resident called off at the same moment, the order only if that still holds of it. */
    List<Order> calledOffAsOf(Order order) {
        return together.calledOffAsOf(order, orders, calledOff);
    }

    /** Whether there are any, and none of them waits for a counter or turned out to be used. */
    boolean areClosed(List<Order> off) {
        return !off.isEmpty() && off.stream().allMatch(this::isClosed);
    }

    private boolean isClosed(Order order) {
        return Optional.ofNullable(calledOff.get(order.id()))
                .filter(cancellation -> cancellation.state() == CancellationState.COMPLETED)
                .isPresent();
    }

    boolean isByResident(Order order) {
        return Optional.ofNullable(calledOff.get(order.id()))
                .filter(cancellation -> cancellation.cause() == CancellationCause.BY_RESIDENT)
                .isPresent();
    }

    /** Whether the place does not do what it had sold. */
    boolean isByPlace(Order order) {
        return Optional.ofNullable(calledOff.get(order.id()))
                .filter(cancellation -> cancellation.cause().isByPlace())
                .isPresent();
    }

    /** What comes back of all of them, in minor units. */
    long refundMinor(List<Order> off) {
        return off.stream()
                .flatMap(order -> Stream.ofNullable(calledOff.get(order.id())))
                .mapToLong(cancellation -> cancellation.refund().minor())
                .sum();
    }

    /** Whether all that comes back of them is paid back. */
    boolean isPaidBack(List<Order> off) {
        return off.stream()
                .filter(order -> refundMinor(List.of(order)) > 0)
                .allMatch(order -> order.state() == OrderState.REFUNDED);
    }

    /** One letter for several: the facts of the first, and of each other what and when. */
    Map<String, Object> toResident(List<Order> paid) {
        var facts = all(paid, toResident(paid.getFirst()));
        if (paid.size() > 1) {
            facts.put("path", together.path(paid.getFirst()));
        }
        return facts;
    }

    /** The same for the merchant of all of them. */
    Map<String, Object> toMerchant(List<Order> paid) {
        return all(paid, toMerchant(paid.getFirst()));
    }

    private Map<String, Object> all(List<Order> paid, Map<String, Object> facts) {
        if (paid.size() > 1) {
            facts.put("more", paid.stream().skip(1).map(this::facts).toList());
            facts.put(
                    "totalMinor",
                    paid.stream().mapToLong(order -> order.due().minor()).sum());
            facts.put("balanceMinor", paid.stream().mapToLong(this::openMinor).sum());
            facts.put("backMinor", paid.stream().mapToLong(this::backMinor).sum());
        }
        return facts;
    }

    Words place(PlaceId id) {
        return Optional.ofNullable(places.get(id)).orElseThrow().name();
    }

    /** As it is when the letter is written: who has paid at the place is not asked for it. */
    private long openMinor(Order order) {
        var balance = balances.get(order.id());
        return balance == null ? 0 : balance.open().minor();
    }

    boolean isToBeHandedBack(Order order) {
        return backMinor(order) > 0;
    }

    private long backMinor(Order order) {
        var balance = balances.get(order.id());
        return balance == null ? 0 : balance.back().minor();
    }

    private Map<String, Object> facts(Order order) {
        var facts = new HashMap<String, Object>();
        facts.put("title", order.title());
        facts.put("place", place(order.place()));
        facts.put("totalMinor", order.due().minor());
        facts.put("balanceMinor", openMinor(order));
        facts.put("backMinor", backMinor(order));
        facts.put("currency", order.total().currency().getCurrencyCode());
        if (order.isByOpening()) {
            facts.put("online", true);
        }
        if (order.isNotedAtShop()) {
            facts.put("atShop", true);
        }
        var gathering = tooFew.get(order.id());
        if (gathering != null) {
            facts.put("booked", gathering.booked());
            facts.put("fewest", gathering.fewest());
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
