package org.townloop.loop.stored;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.Obstacle;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.PersonalData;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;

/** The cards that people own or gave away: the books need them, and they name nobody. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            Kept.stays("cards", "stored.card", """
                select sold_at, kind, place_id, offer_id, uses, worth_minor, currency, state, expires_at
                from stored.card where owner_id = :person order by sold_at, id
                """),
            Kept.stays("card-draws", "stored.draw", """
                select d.drawn_at, d.card_id, d.amount_minor, c.currency, d.uses, d.undone_at
                from stored.draw d
                join stored.card c on (c.region_id, c.id) = (d.region_id, d.card_id)
                where c.owner_id = :person order by d.drawn_at, d.id
                """),
            Kept.stays("card-gifts", "stored.gift", """
                select made_at, card_id, claimed_at
                from stored.gift where buyer_id = :person order by card_id
                """));

    private final Cards cards;

    KeptOfPeople(Cards cards) {
        this.cards = cards;
    }

    @Override
    public List<Kept> kept() {
        return KEPT;
    }

    /** Nobody loses money by being forgotten without having said so: what is left is used up first, or given up. */
    @Override
    public List<Obstacle> obstacles(PersonId person) {
        var full = cards.left(cards.of(person)).stream()
                .filter(each ->
                        each.card().state() == CardState.ACTIVE && each.left().isPositive())
                .map(each -> new Obstacle.Item(
                        words(each.card().kind()),
                        "/my-loop/cards/" + each.card().id().value()))
                .toList();
        return full.isEmpty()
                ? List.of()
                : List.of(new Obstacle(
                        Refusal.of(StoredReason.CARDS_NOT_EMPTY, "cards", Map.of("count", full.size())), full));
    }

    private static Words words(CardKind kind) {
        return switch (kind) {
            case GIFT -> Words.of("Gift voucher", "礼品卡");
            case PASS -> Words.of("Pass", "次卡");
            case BALANCE -> Words.of("Balance", "储值卡");
        };
    }
}
