package org.townloop.loop.checkout;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.ChargebackBook;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Share;

/**
 * The entries of a chargeback. What a gateway took back and no order has left, because it went back before, is the
 * platform's to bear, in the name of the first order that was paid with it.
 */
@Component
class ChargebackBooking {

    private final ChargebackBook book;
    private final Ledger ledger;
    private final Intents intents;

    ChargebackBooking(ChargebackBook book, Ledger ledger, Intents intents) {
        this.book = book;
        this.ledger = ledger;
        this.intents = intents;
    }

    void takenBack(Chargeback chargeback) {
        chargeback.shares().forEach(share -> book.takenBack(share.order(), share.amount(), cause(chargeback, share)));
        var beyond = beyond(chargeback);
        if (beyond.isPositive()) {
            book.takenBack(firstOrder(chargeback), beyond, causeBeyond(chargeback));
        }
    }

    void won(Chargeback chargeback) {
        chargeback.shares().forEach(share -> book.won(share.order(), share.amount(), cause(chargeback, share)));
        var beyond = beyond(chargeback);
        if (beyond.isPositive()) {
            book.won(firstOrder(chargeback), beyond, causeBeyond(chargeback));
        }
    }

    /** @param ofCards orders that sold cards: what was had with one was earned by who served it, and not by its sale */
    void lost(Chargeback chargeback, Set<UUID> ofCards) {
        chargeback.shares().forEach(share -> lost(share, !ofCards.contains(share.order()), cause(chargeback, share)));
        var beyond = beyond(chargeback);
        if (beyond.isPositive()) {
            book.borne(firstOrder(chargeback), beyond, causeBeyond(chargeback));
        }
    }

    /** Escrow pays first, then those who have earned it, and last the platform. */
    private void lost(Share share, boolean isEarned, String cause) {
        var money = ledger.of(share.order())
                .orElseGet(() -> OrderMoney.none(share.amount().currency()));
        var held = least(share.amount(), money.held());
        var earned = isEarned
                ? least(share.amount().minus(held), money.released())
                : Money.zero(share.amount().currency());
        if (earned.isPositive()) {
            ledger.clawBack(share.order(), earned, cause);
        }
        var had = held.plus(earned);
        if (had.isPositive()) {
            book.lost(share.order(), had, cause);
        }
        var borne = share.amount().minus(had);
        if (borne.isPositive()) {
            book.borne(share.order(), borne, cause);
        }
    }

    private static Money beyond(Chargeback chargeback) {
        return chargeback.shares().stream().map(Share::amount).reduce(chargeback.amount(), Money::minus);
    }

    private UUID firstOrder(Chargeback chargeback) {
        return intents.get(chargeback.intent()).shares().getFirst().order();
    }

    private static String cause(Chargeback chargeback, Share share) {
        return "chargeback " + chargeback.id().value() + " of " + share.order();
    }

    private static String causeBeyond(Chargeback chargeback) {
        return "chargeback " + chargeback.id().value() + " beyond its orders";
    }

    private static Money least(Money one, Money other) {
        return one.minor() < other.minor() ? one : other;
    }
}
