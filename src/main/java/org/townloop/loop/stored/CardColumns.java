package org.townloop.loop.stored;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cards as the columns of the statement that writes them. */
final class CardColumns {

    private CardColumns() {}

    static List<Object> of(List<Card> cards) {
        return List.of(
                column(cards, card -> card.id().region().number(), new Integer[0]),
                column(cards, card -> card.id().value(), new UUID[0]),
                column(cards, card -> card.merchant().value(), new UUID[0]),
                column(cards, card -> card.place().value(), new UUID[0]),
                column(cards, card -> card.kind().name(), new String[0]),
                column(cards, card -> card.offer() == null ? null : card.offer().value(), new UUID[0]),
                column(cards, Card::uses, new Integer[0]),
                column(cards, card -> card.worth().minor(), new Long[0]),
                column(cards, card -> card.worth().currency().getCurrencyCode(), new String[0]),
                column(cards, card -> card.owner() == null ? null : card.owner().value(), new UUID[0]),
                column(cards, card -> card.order().value(), new UUID[0]),
                column(cards, Card::line, new Integer[0]),
                column(cards, card -> card.state().name(), new String[0]),
                column(cards, card -> Timestamp.from(card.soldAt()), new Timestamp[0]),
                column(
                        cards,
                        card -> card.expiresAt() == null ? null : Timestamp.from(card.expiresAt()),
                        new Timestamp[0]));
    }

    private static <T> Object column(List<Card> cards, Function<Card, @Nullable T> value, T[] empty) {
        return cards.stream().map(value).toList().toArray(empty);
    }
}
