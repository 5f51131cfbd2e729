package org.townloop.loop.payment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How a chargeback stands. {@link #NEXT} is the whole lifecycle. */
public enum ChargebackState {
    /** The gateway has the money, and has not decided. */
    OPEN,
    /** Decided for us: the money is with us again. */
    WON,
    /** Decided for the payer. */
    LOST;

    private static final Map<ChargebackState, Set<ChargebackState>> NEXT = Map.of(
            OPEN, EnumSet.of(WON, LOST),
            WON, EnumSet.noneOf(ChargebackState.class),
            LOST, EnumSet.noneOf(ChargebackState.class));

    public boolean canBecome(ChargebackState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
