package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With which of their cards somebody pays.
 *
 * @param cards those that fit; empty if none does
 * @param chosen their ids, in the order in which they are drawn on
 * @param pays a sentence on what they pay, and what is left for a gateway; null if none is chosen
 * @param rest what a gateway is to bring, in words
 * @param whole whether the chosen pay all of it
 */
record CardChoice(
        List<Card> cards, List<String> chosen, @Nullable String pays, String rest, boolean whole) {

    /**
     * @param says what is left on it, and until when it is good
     * @param href the same page with it chosen, or without it
     */
    record Card(String title, String says, boolean chosen, String href) {}
}
