package org.townloop.loop.dispute;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a dispute has come. {@link #NEXT} is the whole lifecycle. */
public enum OrderDisputeState {
    /** The merchant is to answer. */
    OPEN,
    /** The merchant has offered something, and the resident is to say yes or no. */
    ANSWERED,
    /** An operator is to decide. */
    REFERRED,
    /** Decided, and done; either may ask for a second opinion. */
    DECIDED,
    /** Another operator is to decide. */
    APPEALED,
    /** Decided, and nothing more comes of it. */
    FINAL,
    /** The two have agreed. */
    SETTLED,
    /** The resident objects no more. */
    WITHDRAWN;

    private static final Map<OrderDisputeState, Set<OrderDisputeState>> NEXT = Map.of(
            OPEN, EnumSet.of(ANSWERED, REFERRED, WITHDRAWN),
            ANSWERED, EnumSet.of(SETTLED, REFERRED, WITHDRAWN),
            REFERRED, EnumSet.of(DECIDED, WITHDRAWN),
            DECIDED, EnumSet.of(APPEALED, FINAL),
            APPEALED, EnumSet.of(FINAL),
            FINAL, EnumSet.noneOf(OrderDisputeState.class),
            SETTLED, EnumSet.noneOf(OrderDisputeState.class),
            WITHDRAWN, EnumSet.noneOf(OrderDisputeState.class));

    public boolean canBecome(OrderDisputeState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether nothing is decided or agreed yet: the order's money stands still. */
    public boolean isOpen() {
        return this == OPEN || this == ANSWERED || this == REFERRED;
    }

    /** Whether an operator is to decide. */
    public boolean isForOperator() {
        return this == REFERRED || this == APPEALED;
    }

    /** Whether the two may still say something. */
    public boolean isHeard() {
        return isOpen() || this == APPEALED;
    }

    /** Whether nothing more comes of it. */
    boolean isClosed() {
        return this == FINAL || this == SETTLED || this == WITHDRAWN;
    }
}
