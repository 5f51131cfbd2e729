package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.StoredExpiry;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.SoldCards;

/**
 * Cards that ran out: what is left of each is its merchant's. Not while something of it is set aside for an order, whose
 * payment may be under way; and a card that is good again runs out again.
 */
@Component
class CardExpiry implements Chore {

    private static final int BATCH = 200;

    private final SoldCards sold;
    private final Cards cards;
    private final StoredValueBook book;
    private final EventLog events;
    private final Atomically atomically;
    private final Clock clock;

    CardExpiry(SoldCards sold, Cards cards, StoredValueBook book, EventLog events, Atomically atomically, Clock clock) {
        this.sold = sold;
        this.cards = cards;
        this.book = book;
        this.events = events;
        this.atomically = atomically;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expire-cards";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        var done = BATCH;
        while (done == BATCH) {
            done = expire(BATCH);
        }
    }

    /**
     * One batch, by a statement a table; cards that somebody has locked are left for the next.
     *
     * @return how many ran out
     */
    int expire(int limit) {
        var expired = atomically.run(() -> Outcome.done(expireSome(clock.instant(), limit)));
        return expired instanceof Outcome.Done<Integer>(var count) ? count : 0;
    }

    private int expireSome(Instant now, int limit) {
        var over = sold.lockRunOut(now, limit);
        var left = book.on(over.stream().map(card -> card.id().value()).toList());
        var full = over.stream().filter(card -> left(card, left).isPositive()).toList();
        book.expired(full.stream().map(card -> expiry(card, left(card, left))).toList());
        cards.become(CardState.EXPIRED, over.stream().map(Card::id).toList());
        events.append(full.stream().map(card -> event(card, left(card, left))).toList());
        return over.size();
    }

    private static Money left(Card card, Map<UUID, Money> left) {
        return left.getOrDefault(card.id().value(), Money.zero(card.worth().currency()));
    }

    private static CardRanOut event(Card card, Money left) {
        return new CardRanOut(card.id().value(), left.minor(), left.currency().getCurrencyCode());
    }

    /** The cause names the day: after that it may be good again, and run out again. */
    private static StoredExpiry expiry(Card card, Money left) {
        var cause = "card " + card.id().value() + " ran out " + card.expiresAt();
        return new StoredExpiry(card.id().value(), card.merchant().value(), left, cause);
    }
}
