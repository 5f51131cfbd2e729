package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Shares;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Release;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardCodes;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Draw;
import org.townloop.loop.stored.Draws;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.offer.Offers;

/**
 * Staff take something of a card that its owner shows at the counter. It was had and paid in one moment, so that its money is
 * released at once, with the shares that a sale at that moment has. Nothing of this works without a network: a card is a
 * claim on money, and what is left of it is known here only.
 */
@Component
public class CardDrawing {

    /**
     * What is to be taken.
     *
     * @param minor in minor units; 0 of a pass, whose uses say it
     * @param uses of a pass; 0 of all others
     */
    public record Wish(PlaceId place, String code, long minor, int uses) {}

    private record DrawRef(UUID id) {}

    private final Cards cards;
    private final CardCodes codes;
    private final Draws draws;
    private final Orders orders;
    private final Offers offers;
    private final SaleTerms terms;
    private final StoredValueBook book;
    private final Ledger ledger;
    private final Workplaces workplaces;
    private final EventLog events;
    private final Idempotency idempotency;
    private final Clock clock;

    CardDrawing(
            Cards cards,
            CardCodes codes,
            Draws draws,
            Orders orders,
            Offers offers,
            SaleTerms terms,
            StoredValueBook book,
            Ledger ledger,
            Workplaces workplaces,
            EventLog events,
            Idempotency idempotency,
            Clock clock) {
        this.cards = cards;
        this.codes = codes;
        this.draws = draws;
        this.orders = orders;
        this.offers = offers;
        this.terms = terms;
        this.book = book;
        this.ledger = ledger;
        this.workplaces = workplaces;
        this.events = events;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Takes it once, whoever presses how often.
     *
     * @param key of the press: the same again is the same draw
     * @return the draw
     * @throws org.townloop.base.kernel.Absent if the actor does not work at the place
     */
    public Outcome<UUID> draw(Actor staff, Wish wish, String key) {
        workplaces.get(staff, Right.REDEEM, wish.place());
        var call = new Idempotency.Call(staff.person().value(), "draw-card", key, wish);
        return idempotency
                .once(call, DrawRef.class, () -> drawn(staff, wish).map(DrawRef::new))
                .map(DrawRef::id);
    }

    /** In the caller's transaction. A refusal leaves the code as it was, so that what was typed can be mended. */
    Outcome<UUID> drawn(Actor staff, Wish wish) {
        var found = codes.find(wish.code()).stream()
                .flatMap(id -> cards.lock(List.of(id)).stream())
                .filter(card -> card.place().equals(wish.place()) && card.isGood(clock.instant()))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(CheckoutReason.CARD_CODE_UNKNOWN, "code"));
        }
        var card = found.get();
        return amount(card, cards.left(List.of(card)).getFirst().left(), wish)
                .then(amount -> codes.use(card.id(), wish.code())
                        ? Outcome.done(write(staff, card, amount, wish))
                        : Outcome.refused(Refusal.of(CheckoutReason.CARD_CODE_UNKNOWN, "code")));
    }

    /** Who asks for too much is not told how much there is: its owner may say so, or not. */
    private static Outcome<Money> amount(Card card, Money left, Wish wish) {
        if (card.kind() == CardKind.PASS) {
            return wish.uses() >= 1 && wish.uses() <= card.usesLeft(left)
                    ? Outcome.done(card.worthOf(wish.uses(), left))
                    : Outcome.refused(Refusal.of(CheckoutReason.CARD_DRAW_TOO_MUCH, "uses"));
        }
        if (wish.minor() < 1) {
            return Outcome.refused(Refusal.of(CheckoutReason.CARD_DRAW_NOTHING, "amount"));
        }
        return wish.minor() <= left.minor()
                ? Outcome.done(new Money(wish.minor(), left.currency()))
                : Outcome.refused(Refusal.of(CheckoutReason.CARD_DRAW_TOO_MUCH, "amount"));
    }

    private UUID write(Actor staff, Card card, Money amount, Wish wish) {
        var now = clock.instant();
        var id = Ids.next(card.id().region(), now);
        var uses = card.kind() == CardKind.PASS ? wish.uses() : null;
        var draw = new Draw(id, card.id(), amount, uses, shares(card), staff.person(), now, null);
        var cause = "draw " + id;
        draws.insert(draw, CardCodes.plain(wish.code()));
        book.used(id, card.id().value(), amount, cause);
        ledger.release(new Release(id, amount, card.merchant().value(), draw.shares(), cause, now));
        events.append(new CardDrawn(
                id,
                card.id().value(),
                card.place().value(),
                amount.minor(),
                amount.currency().getCurrencyCode()));
        return id;
    }

    /** Nobody came by anybody's word: the card was there. */
    private Shares shares(Card card) {
        var line = orders.get(card.order()).first();
        var now = terms.shares(offers.get(line.offer(), line.offerVersion()));
        return new Shares(now.platformBasisPoints(), now.partnerBasisPoints(), now.partner());
    }
}
