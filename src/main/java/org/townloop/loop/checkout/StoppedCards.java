package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.CardMove;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.Share;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardLeft;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Reservations;
import org.townloop.loop.stored.SoldCards;

/**
 * Cards whose price is taken back by the bank, on orders that are locked. What was set aside before may still be paid with
 * one as long as that is not decided.
 */
@Component
class StoppedCards {

    private final SoldCards sold;
    private final Cards cards;
    private final Reservations reservations;
    private final StoredValueBook book;
    private final Ledger ledger;

    StoppedCards(SoldCards sold, Cards cards, Reservations reservations, StoredValueBook book, Ledger ledger) {
        this.sold = sold;
        this.cards = cards;
        this.reservations = reservations;
        this.book = book;
        this.ledger = ledger;
    }

    /** The bank has taken the price back, and it is not decided yet. */
    void stop(Collection<Order> about) {
        cards.become(CardState.STOPPED, ids(locked(about, CardState.ACTIVE)));
    }

    /** The price is there again. */
    void goOn(Collection<Order> about) {
        cards.become(CardState.ACTIVE, ids(locked(kept(about), CardState.STOPPED)));
    }

    /**
     * The payer keeps the price: as much of what is left of a card is held for its order again, from where the loss is paid.
     * If that is less than the loss, the card stays stopped for good, so that nobody pays with what may come back onto it.
     */
    void takeBack(Collection<Order> about, Chargeback chargeback) {
        var stopped = locked(about, CardState.STOPPED);
        reservations.freeOf(ids(stopped));
        var left = cards.left(stopped);
        book.used(left.stream()
                .map(each -> move(each, chargeback))
                .filter(move -> move.amount().isPositive())
                .toList());
        cards.become(
                CardState.ACTIVE,
                ids(left.stream()
                        .filter(each -> each.left().minor()
                                > lost(each.card(), chargeback).minor())
                        .map(CardLeft::card)
                        .toList()));
    }

    /** Those of which no other objection has taken what was left of their cards. */
    private List<Order> kept(Collection<Order> about) {
        var money = ledger.of(about.stream().map(order -> order.id().value()).toList());
        return about.stream()
                .filter(order -> {
                    var own = money.get(order.id().value());
                    return own != null && own.refunded().isZero();
                })
                .toList();
    }

    private List<Card> locked(Collection<Order> about, CardState state) {
        var orders = about.stream()
                .filter(order -> order.pays() == Pays.STORED)
                .map(Order::id)
                .collect(Collectors.toSet());
        return cards.lock(sold.of(orders)).stream()
                .filter(card -> card.state() == state)
                .toList();
    }

    private static CardMove move(CardLeft card, Chargeback chargeback) {
        var id = card.card().id().value();
        var lost = lost(card.card(), chargeback);
        return new CardMove(
                card.card().order().value(),
                id,
                card.left().minor() < lost.minor() ? card.left() : lost,
                "chargeback " + chargeback.id().value() + " takes back card " + id);
    }

    /** What of it is of the order that sold the card. */
    private static Money lost(Card card, Chargeback chargeback) {
        return chargeback.shares().stream()
                .filter(share -> share.order().equals(card.order().value()))
                .map(Share::amount)
                .reduce(Money.zero(card.worth().currency()), Money::plus);
    }

    private static List<CardId> ids(List<Card> some) {
        return some.stream().map(Card::id).toList();
    }
}
