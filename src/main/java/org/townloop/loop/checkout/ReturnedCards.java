package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.StoredExpiry;
import org.townloop.loop.ledger.StoredMoves;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Gift;
import org.townloop.loop.stored.Gifts;

/** Cards of which somebody wants nothing any more: their buyer gives them back, or their owner gives up what is left. */
@Component
public class ReturnedCards {

    private final Cards cards;
    private final Gifts gifts;
    private final Orders orders;
    private final StoredMoves moves;
    private final StoredValueBook book;
    private final Ledger ledger;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Atomically atomically;
    private final Clock clock;
    private final Duration withdrawable;

    ReturnedCards(
            Cards cards,
            Gifts gifts,
            Orders orders,
            StoredMoves moves,
            StoredValueBook book,
            Ledger ledger,
            Refunds refunds,
            Gateways gateways,
            Atomically atomically,
            Clock clock,
            @Value("${townloop.stored.withdraw-days}") int withdrawDays) {
        this.cards = cards;
        this.gifts = gifts;
        this.orders = orders;
        this.moves = moves;
        this.book = book;
        this.ledger = ledger;
        this.refunds = refunds;
        this.gateways = gateways;
        this.atomically = atomically;
        this.clock = clock;
        this.withdrawable = Duration.ofDays(withdrawDays);
    }

    /** For how many days who bought a card may give it back, as long as nothing of it is used. */
    public long withdrawDays() {
        return withdrawable.toDays();
    }

    /** Until when its buyer may give it back; null if they may not. */
    @Nullable
    Instant until(Card card, @Nullable Gift gift, Money left) {
        return isWithdrawable(card, gift, left) ? until(card) : null;
    }

    /**
     * Its buyer gives an unused card back: it is void, and all that was paid for it goes back the way it came.
     *
     * @throws Absent if they have not bought it
     */
    public Outcome<CardId> withdraw(Actor actor, CardId id) {
        var order = orders.get(cards.get(id).order());
        if (!actor.person().equals(order.resident())) {
            throw new Absent("card " + id.value());
        }
        var outcome = atomically.run(() -> withdrawn(order, id));
        if (outcome instanceof Outcome.Done) {
            refunds.of(order.id().value()).forEach(gateways::refund);
        }
        return outcome;
    }

    /**
     * Its owner gives up what is left on a card, which is its merchant's from then on: who leaves the town must be able to.
     *
     * @throws Absent if they do not own it
     */
    public Outcome<CardId> giveUp(Actor actor, CardId id) {
        return atomically.run(() -> {
            var card = cards.lock(List.of(id)).stream()
                    .filter(each -> actor.person().equals(each.owner()))
                    .findFirst()
                    .orElseThrow(() -> new Absent("card " + id.value()));
            var left = cards.left(List.of(card)).getFirst().left();
            var on = book.on(List.of(id.value())).getOrDefault(id.value(), left);
            if (card.state() != CardState.ACTIVE || !on.equals(left)) {
                return Outcome.refused(CheckoutReason.CARD_SET_ASIDE);
            }
            if (left.isPositive()) {
                var cause = "card " + id.value() + " given up by its owner";
                book.expired(
                        List.of(new StoredExpiry(id.value(), card.merchant().value(), left, cause)));
            }
            cards.become(CardState.EXPIRED, List.of(id));
            return Outcome.done(id);
        });
    }

    private Outcome<CardId> withdrawn(Order order, CardId id) {
        orders.lock(order.id());
        var card = cards.lock(List.of(id)).getFirst();
        if (card.state() == CardState.VOID) {
            return Outcome.done(id); // said twice
        }
        if (!isWithdrawable(
                card,
                gifts.of(id).orElse(null),
                cards.left(List.of(card)).getFirst().left())) {
            return Outcome.refused(CheckoutReason.CARD_NOT_WITHDRAWABLE);
        }
        var cause = "withdrawal of card " + id.value();
        book.used(order.id().value(), id.value(), card.worth(), cause);
        ledger.refund(order.id().value(), card.worth(), cause);
        cards.become(CardState.VOID, List.of(id));
        return refunds.request(order.id().value(), card.worth(), "the card was given back unused")
                .map(asked -> id);
    }

    /** Never used, whatever came back of it since, and nothing set aside. */
    private boolean isWithdrawable(Card card, @Nullable Gift gift, Money left) {
        return card.state() == CardState.ACTIVE
                && clock.instant().isBefore(until(card))
                && (gift == null || gift.claimedAt() == null)
                && left.equals(card.worth())
                && moves.of(card.id().value()).size() == 1;
    }

    private Instant until(Card card) {
        return card.soldAt().plus(withdrawable);
    }
}
