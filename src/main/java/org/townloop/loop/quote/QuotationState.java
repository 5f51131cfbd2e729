package org.townloop.loop.quote;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What became of a quotation. {@link #NEXT} is the whole lifecycle. */
public enum QuotationState {
    /** It can be accepted. */
    OPEN,
    /** A newer one took its place. */
    SUPERSEDED,
    /** It was accepted, and waits for the payment of its first stage: its people are kept for that long. */
    HELD,
    /** It was accepted and its first stage is paid. */
    ACCEPTED,
    /** It was not accepted in time, or one of the two did not want it any more. */
    CLOSED;

    private static final Map<QuotationState, Set<QuotationState>> NEXT = Map.of(
            OPEN, EnumSet.of(SUPERSEDED, HELD, CLOSED),
            HELD, EnumSet.of(OPEN, ACCEPTED, CLOSED),
            SUPERSEDED, EnumSet.noneOf(QuotationState.class),
            ACCEPTED, EnumSet.noneOf(QuotationState.class),
            CLOSED, EnumSet.noneOf(QuotationState.class));

    public boolean canBecome(QuotationState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
