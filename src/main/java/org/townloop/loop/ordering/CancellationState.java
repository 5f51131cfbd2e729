package org.townloop.loop.ordering;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What became of calling off a paid order. {@link #NEXT} is the whole lifecycle. */
public enum CancellationState {
    /** The place has counters that may not know of it yet. */
    WAITING,
    /** The order is closed and its money on its way. */
    COMPLETED,
    /** A counter had redeemed some with no network: the order stands, until what is left of it runs out. */
    FALLEN_AWAY;

    private static final Map<CancellationState, Set<CancellationState>> NEXT = Map.of(
            WAITING, EnumSet.of(COMPLETED, FALLEN_AWAY),
            COMPLETED, EnumSet.noneOf(CancellationState.class),
            FALLEN_AWAY, EnumSet.of(WAITING));

    public boolean canBecome(CancellationState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
