package org.townloop.surface.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.LeavingOrders;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Says what of the orders that were held together is not to be had any more, and what comes back for it, and where. */
@Component
class ClosedWords {

    private final LeavingOrders leaving;
    private final Ledger ledger;
    private final Balances balances;
    private final Places places;

    ClosedWords(LeavingOrders leaving, Ledger ledger, Balances balances, Places places) {
        this.leaving = leaving;
        this.ledger = ledger;
        this.balances = balances;
        this.places = places;
    }

    /** Whether its place called it off, or what was not had of it yet. */
    boolean isByPlace(Order order) {
        return leaving.isByPlace(order);
    }

    /** Those that are still to be had, or were: neither called off, even if counters do not know yet, nor run out. */
    List<Order> left(List<Order> orders) {
        return left(orders, leaving.of(orders).whole());
    }

    private static List<Order> left(List<Order> orders, Map<OrderId, Cancellation> waiting) {
        return orders.stream()
                .filter(order -> !order.state().isOff() && !waiting.containsKey(order.id()))
                .toList();
    }

    /** A sentence each; none if nothing was called off and something is left. */
    List<String> of(Page page, Times times, List<Order> orders) {
        var waiting = leaving.of(orders).whole();
        var off = orders.stream()
                .filter(order -> waiting.containsKey(order.id())
                        || (order.state().isOff() && order.state() != OrderState.EXPIRED))
                .toList();
        var left = left(orders, waiting).size();
        if (off.isEmpty()) {
            return left == 0 ? List.of(page.text("portal.booked.expired")) : List.of();
        }
        var atPlace = atPlace(off, waiting.keySet());
        var sentences = new ArrayList<String>();
        sentences.add(page.text("portal.booked.closed", "closed", off.size(), "left", left));
        sentences.add(back(page, off, waiting));
        sentences.addAll(backAtPlaces(page, off, atPlace));
        until(waiting, atPlace)
                .ifPresent(until -> sentences.add(page.text("portal.booked.waits", "until", times.moment(until))));
        return sentences;
    }

    private String back(Page page, List<Order> off, Map<OrderId, Cancellation> waiting) {
        var none = Money.zero(off.getFirst().total().currency());
        var books = ledger.of(off.stream().map(order -> order.id().value()).toList());
        var paid = books.values().stream().map(OrderMoney::captured).reduce(none, Money::plus);
        if (paid.isZero()) {
            return page.text("portal.booked.back.unpaid");
        }
        var back = books.values().stream()
                .map(OrderMoney::refunded)
                .reduce(none, Money::plus)
                .plus(waiting.values().stream().map(Cancellation::refund).reduce(none, Money::plus));
        return back.isZero()
                ? page.text("portal.booked.back.none", "paid", page.money(paid))
                : page.text("portal.booked.back", "refund", page.money(back), "paid", page.money(paid));
    }

    /** What their places have and give back: of what waits all that they have, for nobody had any of it. */
    private Map<OrderId, Money> atPlace(List<Order> off, Set<OrderId> waiting) {
        var back = new HashMap<OrderId, Money>();
        balances.of(off).forEach((id, each) -> back.put(id, waiting.contains(id) ? each.received() : each.back()));
        back.values().removeIf(money -> !money.isPositive());
        return back;
    }

    private List<String> backAtPlaces(Page page, List<Order> off, Map<OrderId, Money> atPlace) {
        var sums = new LinkedHashMap<PlaceId, Money>();
        off.forEach(order -> {
            var back = atPlace.get(order.id());
            if (back != null) {
                sums.merge(order.place(), back, Money::plus);
            }
        });
        var known = places.get(List.copyOf(sums.keySet()));
        return sums.entrySet().stream()
                .map(each -> page.text(
                        "portal.deposit.ask-back",
                        "place",
                        page.say(
                                Objects.requireNonNull(known.get(each.getKey())).name()),
                        "back",
                        page.money(each.getValue())))
                .toList();
    }

    /** Nothing goes back, now or then, of what was called off too late. */
    private static Optional<Instant> until(Map<OrderId, Cancellation> waiting, Map<OrderId, Money> atPlace) {
        return waiting.values().stream()
                .filter(each -> each.refund().isPositive() || atPlace.containsKey(each.order()))
                .map(Cancellation::waitsUntil)
                .max(Comparator.naturalOrder());
    }
}
