package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Share;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardLeft;
import org.townloop.loop.stored.Reservation;
import org.townloop.loop.stored.ReservationState;

/**
 * What of which card pays for which order, and what a gateway is asked for. Cards are taken in the order in which they were
 * chosen, each for the first orders that it fits, as far as it goes.
 *
 * @param parts what cards pay
 * @param rest of each order, what a gateway is to bring: zero where cards pay the whole
 */
record CardPlan(List<Part> parts, Map<OrderId, Money> rest) {

    /** @param uses of a pass, null otherwise */
    record Part(
            OrderId order,
            CardId card,
            Money amount,
            @Nullable Integer uses) {}

    /**
     * A pass pays an order of its offer whole, for as many uses as units: the order costs then what these uses were bought
     * for. All others pay amounts.
     *
     * @param due what is to be paid, at least one
     * @param chosen at least one, each of them in {@code left}
     */
    static Outcome<CardPlan> of(List<Order> due, List<ChosenCard> chosen, Map<CardId, CardLeft> left, Instant now) {
        var drawn = new HashSet<CardId>();
        var rest = new LinkedHashMap<OrderId, Money>();
        due.forEach(order -> rest.put(order.id(), order.due()));
        var parts = new ArrayList<Part>();
        for (var each : chosen) {
            var card = Objects.requireNonNull(left.get(each.card()));
            if (!drawn.add(each.card())) {
                return refused(CheckoutReason.CARD_TWICE, Map.of());
            }
            if (!card.card().isGood(now)) {
                return refused(CheckoutReason.CARD_NOT_GOOD, Map.of());
            }
            var drawing = card.card().kind() == CardKind.PASS
                    ? pass(due, chosen, card, parts, rest)
                    : amounts(due, each, card, parts, rest);
            if (drawing != null) {
                return Outcome.refused(drawing);
            }
        }
        return Outcome.done(new CardPlan(List.copyOf(parts), Map.copyOf(rest)));
    }

    private static @Nullable Refusal pass(
            List<Order> due, List<ChosenCard> chosen, CardLeft pass, List<Part> parts, Map<OrderId, Money> rest) {
        if (due.size() > 1 || chosen.size() > 1) {
            return refusal(CheckoutReason.CARD_PASS_ALONE, Map.of());
        }
        var order = due.getFirst();
        if (!fits(pass.card(), order)) {
            return refusal(CheckoutReason.CARD_DOES_NOT_FIT, Map.of());
        }
        var wanted = order.first().quantity();
        var uses = pass.card().usesLeft(pass.left());
        if (uses < wanted) {
            return refusal(CheckoutReason.CARD_HAS_FEWER_USES, Map.of("left", uses));
        }
        var amount = pass.card().worthOf(wanted, pass.left());
        parts.add(new Part(order.id(), pass.card().id(), amount, wanted));
        rest.put(order.id(), Money.zero(amount.currency()));
        return null;
    }

    private static @Nullable Refusal amounts(
            List<Order> due, ChosenCard chosen, CardLeft card, List<Part> parts, Map<OrderId, Money> rest) {
        var fitting = due.stream().filter(order -> fits(card.card(), order)).toList();
        if (fitting.isEmpty()) {
            return refusal(CheckoutReason.CARD_DOES_NOT_FIT, Map.of());
        }
        var most = chosen.mostMinor();
        if (card.left().minor() < (most == null ? 1 : most)) {
            return refusal(CheckoutReason.CARD_HAS_LESS, Map.of("left", card.left()));
        }
        var open = most == null ? card.left().minor() : most;
        for (var order : fitting) {
            var dueOf = Objects.requireNonNull(rest.get(order.id()));
            var amount = new Money(Math.min(open, dueOf.minor()), dueOf.currency());
            if (amount.isPositive()) {
                parts.add(new Part(order.id(), card.card().id(), amount, null));
                rest.put(order.id(), dueOf.minus(amount));
                open -= amount.minor();
            }
        }
        return null;
    }

    /** Whether one can pay such an order with it, were enough left on it. */
    static boolean fits(Card card, Order order) {
        var isHere = order.pays() == Pays.ESCROW
                && !order.terms().isOnlyAtShop()
                && card.place().equals(order.place())
                && card.worth().currency().equals(order.total().currency());
        return isHere && (card.kind() != CardKind.PASS || isOneUseEach(card, order));
    }

    /** What was agreed beside the offer's own price is not in a pass: extras, deposits, deals, coupons. */
    private static boolean isOneUseEach(Card pass, Order order) {
        var line = order.first();
        return order.lines().size() == 1
                && line.offer().equals(pass.offer())
                && line.extra().isZero()
                && order.balance().isZero()
                && line.deal() == null
                && !order.hasCoupon()
                && order.total().equals(line.total());
    }

    boolean isWhole() {
        return rest.values().stream().allMatch(Money::isZero);
    }

    /** What a gateway is asked for. */
    List<Share> shares() {
        return rest.entrySet().stream()
                .filter(each -> each.getValue().isPositive())
                .map(each -> new Share(each.getKey().value(), each.getValue()))
                .toList();
    }

    /** The same, all together. */
    Money toBring() {
        return rest.values().stream().reduce(Money::plus).orElseThrow();
    }

    CardQuote quote() {
        return new CardQuote(
                parts.stream()
                        .map(part -> new CardQuote.Part(part.card(), part.amount(), part.uses()))
                        .toList(),
                toBring());
    }

    List<Reservation> reservations(UUID payment, List<Order> due, ReservationState state, Instant now) {
        return parts.stream()
                .map(part -> new Reservation(
                        payment, part.order(), part.card(), part.amount(), part.uses(), state, now, until(due, part)))
                .toList();
    }

    private static Instant until(List<Order> due, Part part) {
        return due.stream()
                .filter(order -> order.id().equals(part.order()))
                .map(Order::holdExpiresAt)
                .findFirst()
                .orElseThrow();
    }

    /** Whether these reservations are what is planned. */
    boolean is(List<Reservation> reservations) {
        return new HashSet<>(parts)
                .equals(new HashSet<>(reservations.stream()
                        .map(one -> new Part(one.order(), one.card(), one.amount(), one.uses()))
                        .toList()));
    }

    private static Refusal refusal(CheckoutReason reason, Map<String, Object> facts) {
        return Refusal.of(reason, "cards", facts);
    }

    private static Outcome<CardPlan> refused(CheckoutReason reason, Map<String, Object> facts) {
        return Outcome.refused(refusal(reason, facts));
    }
}
