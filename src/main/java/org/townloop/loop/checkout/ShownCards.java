package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardCodes;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.Cards;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** Owners show a card at its place, and staff look what it is: never how much is left on it. */
@Component
public class ShownCards {

    private final Cards cards;
    private final CardCodes codes;
    private final Workplaces workplaces;
    private final Atomically atomically;
    private final Clock clock;

    ShownCards(Cards cards, CardCodes codes, Workplaces workplaces, Atomically atomically, Clock clock) {
        this.cards = cards;
        this.codes = codes;
        this.workplaces = workplaces;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * A code of the card, for some minutes and one draw.
     *
     * @throws Absent if the actor does not own it
     */
    public Outcome<CardCodes.Shown> show(Actor owner, CardId id) {
        return atomically.run(() -> {
            var card = cards.lock(List.of(id)).stream()
                    .filter(each -> owner.person().equals(each.owner()))
                    .findFirst()
                    .orElseThrow(() -> new Absent("card " + id.value()));
            return card.isGood(clock.instant())
                            && cards.left(List.of(card)).getFirst().left().isPositive()
                    ? Outcome.done(codes.show(id))
                    : Outcome.refused(CheckoutReason.CARD_NOT_GOOD);
        });
    }

    /**
     * What somebody shows at a place of the actor's.
     *
     * @throws Absent if the actor does not work there
     */
    public Outcome<Card> look(Actor staff, PlaceId place, String code) {
        workplaces.get(staff, Right.REDEEM, place);
        return find(place, code)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(CheckoutReason.CARD_CODE_UNKNOWN, "code")));
    }

    private Optional<Card> find(PlaceId place, String code) {
        return codes.find(code)
                .flatMap(cards::find)
                .filter(card -> card.place().equals(place) && card.isGood(clock.instant()));
    }
}
