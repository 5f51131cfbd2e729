package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * A deal and the line for it.
 *
 * @param deal in words
 * @param offer the page of what is sold
 * @param mostUnits how many pieces may be asked for; 0 if nobody can join the line any more
 * @param standing how whoever is signed in stands, in a sentence; null if they never did
 * @param state of that, or empty
 * @param order that came of it
 * @param waiting how many wait, in words
 * @param hash of the seed of the draw
 * @param seed once it is drawn
 * @param number of theirs in the draw
 * @param refusal why they could not join
 */
record DealView(
        Page page,
        String title,
        String place,
        DealWords deal,
        String offer,
        int mostUnits,
        @Nullable String standing,
        String state,
        @Nullable String order,
        String waiting,
        String hash,
        @Nullable String seed,
        @Nullable Integer number,
        @Nullable String refusal) {

    boolean isWaiting() {
        return state.equals("WAITING");
    }

    boolean isCalled() {
        return state.equals("CALLED");
    }

    boolean stands() {
        return isWaiting() || isCalled();
    }
}
