package org.townloop.surface.portal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.loop.ledger.StoredMove;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Puts what was done with a card into words. */
@Component
class CardMoves {

    private final Orders orders;

    CardMoves(Orders orders) {
        this.orders = orders;
    }

    /** Orders are named to who made them; who was given the card did not make the one that sold it. */
    List<MyCardView.Move> of(Page page, Times times, Actor actor, List<StoredMove> moves) {
        var theirs = orders
                .get(moves.stream()
                        .filter(move -> move.kind() != StoredMove.Kind.EXPIRED)
                        .map(move -> new OrderId(move.about()))
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(order -> order.resident().equals(actor.person()))
                .collect(Collectors.toMap(order -> order.id().value(), Order::title));
        return moves.stream()
                .map(move -> new MyCardView.Move(
                        page.text(
                                "portal.cards.move." + what(move, theirs.containsKey(move.about())),
                                "title",
                                theirs.containsKey(move.about())
                                        ? page.say(Objects.requireNonNull(theirs.get(move.about())))
                                        : ""),
                        times.moment(move.at()),
                        sign(move) + page.money(move.amount()),
                        move.kind() != StoredMove.Kind.SOLD && theirs.containsKey(move.about())
                                ? "/orders/" + move.about()
                                : null))
                .toList();
    }

    /** What was paid with a card for no order was drawn at a counter. */
    private static String what(StoredMove move, boolean isOrder) {
        return switch (move.kind()) {
            case USED -> isOrder ? "used" : "drawn";
            case GIVEN_BACK -> isOrder ? "given_back" : "undone";
            case SOLD, EXPIRED, GOODWILL -> move.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String sign(StoredMove move) {
        return Set.of(StoredMove.Kind.SOLD, StoredMove.Kind.GIVEN_BACK, StoredMove.Kind.GOODWILL)
                        .contains(move.kind())
                ? "+"
                : "−";
    }
}
