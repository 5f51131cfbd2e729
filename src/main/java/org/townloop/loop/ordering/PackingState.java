package org.townloop.loop.ordering;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far an order of goods is packed. {@link #NEXT} is the whole lifecycle. */
public enum PackingState {
    ORDERED,
    /** Somebody is at it: it cannot be called off or moved any more. */
    PICKING,
    PACKED,
    ON_THE_WAY;

    private static final Map<PackingState, Set<PackingState>> NEXT = Map.of(
            ORDERED, EnumSet.of(PICKING, PACKED),
            PICKING, EnumSet.of(PACKED),
            PACKED, EnumSet.of(ON_THE_WAY),
            ON_THE_WAY, EnumSet.noneOf(PackingState.class));

    public boolean canBecome(PackingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isBegun() {
        return this != ORDERED;
    }

    public boolean isDone() {
        return this == PACKED || this == ON_THE_WAY;
    }
}
