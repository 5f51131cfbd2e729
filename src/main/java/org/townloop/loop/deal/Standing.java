package org.townloop.loop.deal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;

/**
 * A place in the line for a deal.
 *
 * @param number in the order of arrival, from 1
 * @param units how many pieces are wanted
 * @param turn in which it is called, from 1; null before the draw
 * @param granted how many pieces are, or were, kept for it; null if it was not called
 * @param callUntil until when they are kept
 * @param order that came of it
 */
public record Standing(
        DealId deal,
        int number,
        PersonId person,
        int units,
        StandingState state,
        @Nullable Integer turn,
        @Nullable Integer granted,
        @Nullable Instant callUntil,
        @Nullable UUID order) {

    /** The same, with the order that comes of it. */
    Standing with(UUID orderOfIt) {
        return new Standing(deal, number, person, units, state, turn, granted, callUntil, orderOfIt);
    }

    public boolean isCalledAt(Instant now) {
        return state == StandingState.CALLED && callUntil != null && now.isBefore(callUntil);
    }
}
