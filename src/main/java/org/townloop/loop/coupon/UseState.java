package org.townloop.loop.coupon;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What became of a coupon that was put on an order. {@link #NEXT} is the whole lifecycle. */
public enum UseState {
    /** Kept with the hold of its order. */
    HELD,
    /** The order is paid. */
    USED,
    /** There is one more again: the hold ran out, or the order was called off. */
    FREED;

    private static final Map<UseState, Set<UseState>> NEXT = Map.of(
            HELD, EnumSet.of(USED, FREED),
            USED, EnumSet.of(FREED),
            FREED, EnumSet.of(HELD)); // the money came late, and there was one left

    public boolean canBecome(UseState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
