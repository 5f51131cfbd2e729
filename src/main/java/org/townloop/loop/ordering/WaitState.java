package org.townloop.loop.ordering;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What has come of waiting for what is full. {@link #NEXT} is the whole lifecycle. */
public enum WaitState {
    WAITING,
    /** An order is held for them, and not paid yet. */
    OFFERED,
    TAKEN,
    /** It was offered, and not taken in time; a payment that comes late is honoured if the time is free still. */
    MISSED,
    LEFT,
    /** Its time has passed. */
    OVER;

    private static final Map<WaitState, Set<WaitState>> NEXT = Map.of(
            WAITING, EnumSet.of(OFFERED, LEFT, OVER),
            OFFERED, EnumSet.of(TAKEN, MISSED),
            TAKEN, EnumSet.noneOf(WaitState.class),
            MISSED, EnumSet.of(TAKEN),
            LEFT, EnumSet.noneOf(WaitState.class),
            OVER, EnumSet.noneOf(WaitState.class));

    public boolean canBecome(WaitState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether something may come of it still. */
    public boolean isOpen() {
        return this == WAITING || this == OFFERED;
    }
}
