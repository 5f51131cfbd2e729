package org.townloop.surface.sandbox;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How a payer's objection stands, as the merchant sees it. {@link #NEXT} is the whole lifecycle. */
enum DisputeState {
    /** The gateway has the money. */
    OPEN,
    /** The merchant has it again. */
    WON,
    /** The payer has it. */
    LOST;

    private static final Map<DisputeState, Set<DisputeState>> NEXT = Map.of(
            OPEN, EnumSet.of(WON, LOST),
            WON, EnumSet.noneOf(DisputeState.class),
            LOST, EnumSet.noneOf(DisputeState.class));

    boolean canBecome(DisputeState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
