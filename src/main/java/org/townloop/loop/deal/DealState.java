package org.townloop.loop.deal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a deal has come. {@link #NEXT} is the whole lifecycle. */
public enum DealState {
    ANNOUNCED,
    /** The line is drawn, and pieces are sold. */
    OPEN,
    /** It is over, and needed nobody in particular. */
    CLOSED,
    /** It is over, and enough were sold. */
    CONFIRMED,
    /** It is over, and too few were sold: everybody gets everything back. */
    CALLED_OFF,
    /** The merchant took it back before it opened. */
    WITHDRAWN;

    private static final Map<DealState, Set<DealState>> NEXT = Map.of(
            ANNOUNCED, EnumSet.of(OPEN, WITHDRAWN),
            OPEN, EnumSet.of(CLOSED, CONFIRMED, CALLED_OFF),
            CLOSED, EnumSet.noneOf(DealState.class),
            CONFIRMED, EnumSet.noneOf(DealState.class),
            CALLED_OFF, EnumSet.noneOf(DealState.class),
            WITHDRAWN, EnumSet.noneOf(DealState.class));

    public boolean canBecome(DealState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether pieces may be sold, or will be. */
    public boolean isAhead() {
        return this == ANNOUNCED || this == OPEN;
    }
}
