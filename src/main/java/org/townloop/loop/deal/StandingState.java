package org.townloop.loop.deal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What has come of standing in line. {@link #NEXT} is the whole lifecycle. */
public enum StandingState {
    WAITING,
    /** Pieces are kept for them for some minutes. */
    CALLED,
    /** They have an order. */
    HELD,
    /** They were called and did not come. */
    MISSED,
    LEFT,
    /** The deal has closed. */
    OVER;

    private static final Map<StandingState, Set<StandingState>> NEXT = Map.of(
            WAITING, EnumSet.of(CALLED, LEFT, OVER),
            CALLED, EnumSet.of(HELD, MISSED, LEFT, OVER),
            HELD, EnumSet.noneOf(StandingState.class),
            MISSED, EnumSet.noneOf(StandingState.class),
            LEFT, EnumSet.noneOf(StandingState.class),
            OVER, EnumSet.noneOf(StandingState.class));

    public boolean canBecome(StandingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether they stand in line still. */
    public boolean isOpen() {
        return this == WAITING || this == CALLED;
    }
}
