package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.StoredSale;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Gifts;
import org.townloop.loop.stored.StoredTerms;
import org.townloop.supply.offer.Stored;

/**
 * What comes of orders of cards that are paid now: each line is a card, its price is what is on it, and the order is over.
 * A statement a table, however many.
 */
@Component
class IssuedCards {

    private final Cards cards;
    private final Gifts gifts;
    private final StoredValueBook book;
    private final StoredTerms terms;
    private final Regions regions;
    private final Orders orders;
    private final EventLog events;

    IssuedCards(
            Cards cards,
            Gifts gifts,
            StoredValueBook book,
            StoredTerms terms,
            Regions regions,
            Orders orders,
            EventLog events) {
        this.cards = cards;
        this.gifts = gifts;
        this.book = book;
        this.terms = terms;
        this.regions = regions;
        this.orders = orders;
        this.events = events;
    }

    /**
     * In the caller's transaction, which has just made them paid.
     *
     * @throws IllegalStateException if a card of one of them was sold before
     */
    void write(Collection<Order> paid, Sold sold, Instant now) {
        if (paid.isEmpty()) {
            return;
        }
        var ends = ends(paid, now);
        var issued = paid.stream().map(order -> card(order, sold, ends, now)).toList();
        if (cards.insert(issued).size() < issued.size()) {
            throw new IllegalStateException("a line sells one card: " + ids(paid));
        }
        gifts.note(buyers(paid, issued));
        book.sold(issued.stream().map(IssuedCards::sale).toList());
        become(OrderState.FULFILLED, paid, now);
        become(OrderState.SETTLED, paid, now);
        events.append(issued.stream().map(IssuedCards::event).toList());
    }

    private static Map<CardId, PersonId> buyers(Collection<Order> paid, List<Card> issued) {
        var residents = paid.stream().collect(Collectors.toMap(Order::id, Order::resident));
        return issued.stream()
                .filter(card -> card.owner() == null)
                .collect(Collectors.toMap(Card::id, card -> Objects.requireNonNull(residents.get(card.order()))));
    }

    private void become(OrderState next, Collection<Order> paid, Instant now) {
        if (orders.become(next, ids(paid), now).size() < paid.size()) {
            throw new IllegalStateException("a locked order changed its state: one of " + ids(paid));
        }
    }

    private static Card card(Order order, Sold sold, Map<RegionId, Optional<Instant>> ends, Instant now) {
        var line = order.first();
        var offer = sold.offer(line);
        var card = offer.card();
        if (card == null) {
            throw new IllegalStateException("no card: " + offer.id().value());
        }
        return new Card(
                new CardId(Ids.next(order.id().region(), now)),
                order.merchant(),
                order.place(),
                kind(card.kind()),
                card.of(),
                card.uses(),
                line.total(),
                owner(order, line),
                order.id(),
                line.line(),
                CardState.ACTIVE,
                now,
                Objects.requireNonNull(ends.get(order.id().region())).orElse(null));
    }

    /** When cards that are sold now run out, by region. */
    private Map<RegionId, Optional<Instant>> ends(Collection<Order> paid, Instant now) {
        return paid.stream()
                .map(order -> order.id().region())
                .distinct()
                .collect(Collectors.toMap(
                        region -> region,
                        region -> Optional.ofNullable(terms.runsOut(
                                region, now.atZone(regions.get(region).zone())))));
    }

    /** A gift is nobody's until it is claimed. */
    private static @Nullable PersonId owner(Order order, Line line) {
        return CardSales.isGift(line) ? null : order.resident();
    }

    private static CardKind kind(Stored.Kind kind) {
        return switch (kind) {
            case GIFT -> CardKind.GIFT;
            case PASS -> CardKind.PASS;
            case BALANCE -> CardKind.BALANCE;
        };
    }

    private static StoredSale sale(Card card) {
        var cause = "sold by order " + card.order().value() + " line " + card.line();
        return new StoredSale(card.order().value(), card.id().value(), card.worth(), cause);
    }

    private static CardSold event(Card card) {
        return new CardSold(
                card.order().value(),
                card.id().value(),
                card.place().value(),
                card.worth().minor(),
                card.worth().currency().getCurrencyCode());
    }

    private static List<OrderId> ids(Collection<Order> orders) {
        return orders.stream().map(Order::id).toList();
    }
}
