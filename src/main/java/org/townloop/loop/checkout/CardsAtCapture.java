package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.CardMove;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Reservation;
import org.townloop.loop.stored.ReservationState;
import org.townloop.loop.stored.Reservations;

/**
 * The part of cards in payments whose gateway part has arrived: what was set aside is used, in the same transaction. What was
 * given free meanwhile is taken again if enough is left.
 */
@Component
class CardsAtCapture {

    /** What cards have to pay beside what gateways brought, as it was planned when the payments were begun. */
    record Planned(List<Reservation> all) {

        static final Planned NONE = new Planned(List.of());

        /** By one payment for one order. */
        List<Reservation> of(UUID payment, OrderId order) {
            return all.stream()
                    .filter(one -> one.payment().equals(payment) && one.order().equals(order))
                    .toList();
        }

        /** Orders that a payment pays by cards alone, beside those that it has a share for. */
        Set<OrderId> orders(UUID payment) {
            return all.stream()
                    .filter(one -> one.payment().equals(payment))
                    .map(Reservation::order)
                    .collect(Collectors.toSet());
        }
    }

    private final Cards cards;
    private final Reservations reservations;
    private final StoredValueBook book;

    CardsAtCapture(Cards cards, Reservations reservations, StoredValueBook book) {
        this.cards = cards;
        this.reservations = reservations;
        this.book = book;
    }

    Planned planned(Collection<UUID> payments) {
        return new Planned(reservations.ofPayments(payments));
    }

    /**
     * Takes what each needs, on orders that are locked; the cards are locked by their ids.
     *
     * @param wanted by order, the payment that is to pay it
     * @return the orders for which all of it is there; those that need no card too
     */
    Set<OrderId> take(Map<OrderId, UUID> wanted, Planned planned, Instant now) {
        var needed = wanted.entrySet().stream()
                .flatMap(each -> planned.of(each.getValue(), each.getKey()).stream())
                .toList();
        if (needed.isEmpty()) {
            return wanted.keySet();
        }
        reservations.free(wanted.keySet(), Set.copyOf(wanted.values())); // what was begun since is not needed any more
        var locked = cards.lock(needed.stream().map(Reservation::card).collect(Collectors.toSet()));
        var good =
                locked.stream().filter(card -> card.isGood(now)).map(Card::id).collect(Collectors.toSet());
        var left = new HashMap<CardId, Money>();
        cards.left(locked).forEach(card -> left.put(card.card().id(), card.left()));
        var taken = new HashSet<OrderId>();
        var again = new ArrayList<Reservation>();
        for (var each : wanted.entrySet()) {
            var parts = planned.of(each.getValue(), each.getKey());
            var anew = parts.stream().filter(part -> !part.isKept(now)).toList();
            if (anew.stream().allMatch(part -> good.contains(part.card()) && isLeft(part, left))) {
                anew.forEach(part -> left.merge(part.card(), part.amount(), Money::minus));
                again.addAll(anew);
                taken.add(each.getKey());
            }
        }
        reservations.become(
                ReservationState.OPEN,
                again.stream()
                        .filter(part -> part.state() == ReservationState.FREED)
                        .toList());
        return taken;
    }

    /** A card is taken once for an order, so that each part is held against all that is left. */
    private static boolean isLeft(Reservation part, Map<CardId, Money> left) {
        return part.state() != ReservationState.USED
                && Objects.requireNonNull(left.get(part.card())).minor()
                        >= part.amount().minor();
    }

    /** Uses what was taken for the orders that are paid now, and frees all else that was set aside for them. */
    void use(Collection<Order> paid, Map<OrderId, UUID> wanted, Planned planned) {
        var used = paid.stream()
                .flatMap(order -> planned.of(Objects.requireNonNull(wanted.get(order.id())), order.id()).stream())
                .toList();
        if (reservations.become(ReservationState.USED, used) < used.size()) {
            throw new IllegalStateException("something else became of what a locked order had set aside: " + used);
        }
        book.used(used.stream().map(CardsAtCapture::move).toList());
    }

    /** The gateway's part will not come: the cards have theirs again. If it comes all the same, it is taken anew. */
    void declined(UUID payment) {
        var open = reservations.ofPayments(List.of(payment)).stream()
                .filter(one -> one.state() == ReservationState.OPEN)
                .toList();
        reservations.become(ReservationState.FREED, open);
    }

    /** The cards have again what was set aside for these orders and is not used. */
    void free(Collection<OrderId> orders) {
        reservations.free(orders, Set.of());
    }

    static CardMove move(Reservation used) {
        return new CardMove(
                used.order().value(),
                used.card().value(),
                used.amount(),
                "payment " + used.payment() + " of " + used.order().value() + " by card "
                        + used.card().value());
    }
}
