package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.StoredMove;
import org.townloop.loop.ledger.StoredMoves;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardLeft;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Gift;
import org.townloop.loop.stored.Gifts;
import org.townloop.loop.stored.SoldCards;

/** Cards in the hands of who owns them, and of who bought them. */
@Component
public class OwnCards {

    /**
     * A card as one of the two sees it.
     *
     * @param left null for who gave it away: what becomes of it is not theirs to know
     * @param gift null if it was bought for who owns it
     * @param withdrawableUntil until when its buyer may give it back; null if they may not
     */
    public record Seen(
            Card card,
            Line line,
            @Nullable Money left,
            @Nullable Gift gift,
            @Nullable Instant withdrawableUntil) {}

    private final Cards cards;
    private final Gifts gifts;
    private final SoldCards sold;
    private final Orders orders;
    private final StoredMoves moves;
    private final ReturnedCards returned;

    OwnCards(Cards cards, Gifts gifts, SoldCards sold, Orders orders, StoredMoves moves, ReturnedCards returned) {
        this.cards = cards;
        this.gifts = gifts;
        this.sold = sold;
        this.orders = orders;
        this.moves = moves;
        this.returned = returned;
    }

    /** Those they own, the latest first, by a handful of statements. */
    public List<Seen> of(Actor actor) {
        return seen(cards.left(cards.of(actor.person())));
    }

    /**
     * Some of them, from after one of them on.
     *
     * @param after null for the first of them; nothing comes after what is not theirs
     * @param limit how many at most
     */
    public List<Seen> of(Actor actor, @Nullable CardId after, int limit) {
        return seen(cards.left(cards.of(actor.person(), after, limit)));
    }

    /** Those they bought for somebody, the latest first. */
    public List<Seen> given(Actor actor) {
        var given = gifts.of(actor.person());
        var found = cards.get(given.stream().map(Gift::card).toList());
        var lines = lines(List.copyOf(found.values()));
        return given.stream()
                .filter(gift -> found.containsKey(gift.card()))
                .map(gift -> {
                    var card = Objects.requireNonNull(found.get(gift.card()));
                    return new Seen(card, line(card, lines), null, gift, null);
                })
                .toList();
    }

    /** @throws Absent if the actor neither owns it nor has bought it */
    public Seen get(Actor actor, CardId id) {
        var card = cards.get(id);
        var buyer = orders.get(card.order()).resident();
        var owns = actor.person().equals(card.owner());
        if (!owns && !actor.person().equals(buyer)) {
            throw new Absent("card " + id.value());
        }
        var left = cards.left(List.of(card)).getFirst().left();
        var gift = gifts.of(id).orElse(null);
        var until = actor.person().equals(buyer) ? returned.until(card, gift, left) : null;
        return new Seen(card, line(card, lines(List.of(card))), owns || gift == null ? left : null, gift, until);
    }

    /** What was done with a card; nothing is told to who gave it away. */
    public List<StoredMove> moves(Actor actor, CardId id) {
        return get(actor, id).left() == null ? List.of() : moves.of(id.value());
    }

    /** The card that came of a paid order, for who bought it. */
    public Optional<CardId> soldBy(OrderId order) {
        return sold.of(order);
    }

    private List<Seen> seen(List<CardLeft> some) {
        var lines = lines(some.stream().map(CardLeft::card).toList());
        return some.stream()
                .map(each -> new Seen(each.card(), line(each.card(), lines), each.left(), null, null))
                .toList();
    }

    private Map<OrderId, List<Line>> lines(List<Card> some) {
        return orders.lines(some.stream().map(Card::order).collect(Collectors.toSet()));
    }

    private static Line line(Card card, Map<OrderId, List<Line>> lines) {
        return lines.getOrDefault(card.order(), List.of()).stream()
                .filter(line -> line.line() == card.line())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "sold by no line: " + card.id().value()));
    }
}
