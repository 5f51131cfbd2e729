package org.townloop.loop.payment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What we know of a payment. {@link #NEXT} is the whole lifecycle. */
public enum IntentState {
    /** Written, and the gateway has not answered for sure. */
    UNKNOWN,
    /** The gateway waits for the payer. */
    PENDING,
    /** The money has arrived. */
    CAPTURED,
    /** It was refused, given up, or never reached the gateway. */
    DECLINED;

    /**
     * What may follow what. DECLINED may become CAPTURED, because money that arrives is never lost, in whatever order
     * the gateway's messages come; CAPTURED is the end.
     */
    private static final Map<IntentState, Set<IntentState>> NEXT = Map.of(
            UNKNOWN, EnumSet.of(PENDING, CAPTURED, DECLINED),
            PENDING, EnumSet.of(CAPTURED, DECLINED),
            DECLINED, EnumSet.of(CAPTURED),
            CAPTURED, EnumSet.noneOf(IntentState.class));

    public boolean canBecome(IntentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the gateway still has to say how it ended. */
    public boolean isOpen() {
        return this == UNKNOWN || this == PENDING;
    }

    /** The names of the states from which this one may be reached: the guard of an update. */
    String[] before() {
        return EnumSet.allOf(IntentState.class).stream()
                .filter(state -> state.canBecome(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
