package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With which of their cards somebody pays.
 *
 * @param here the address of the page, without a query
 * @param cards those that fit; empty if none does
 * @param pays a sentence on what they pay, and what is left for a gateway; null if none is chosen
 * @param wrong why they cannot pay as it was typed; null if they can
 * @param rest what a gateway is to bring, in words
 * @param whole whether the chosen pay all of it
 */
record CardChoice(
        String here,
        List<Card> cards,
        @Nullable String pays,
        @Nullable String wrong,
        String rest,
        boolean whole) {

    /**
     * @param says what is left on it, and until when it is good
     * @param href the same page with it chosen, or without it
     * @param amount how much of it, as it was typed; null of a pass, which pays all or nothing
     */
    record Card(
            String id,
            String title,
            String says,
            boolean chosen,
            String href,
            @Nullable String amount) {}

    /** In the order in which they are drawn on. */
    List<Card> chosen() {
        return cards.stream().filter(Card::chosen).toList();
    }

    /** Whether one can say how much of one of them. */
    boolean isByAmount() {
        return chosen().stream().anyMatch(card -> card.amount() != null);
    }
}
