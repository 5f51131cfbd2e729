package org.townloop.surface.sandbox;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a payment has come at this gateway. {@link #NEXT} is the whole lifecycle. */
enum PaymentState {
    /** Waits for the payer. */
    OPEN,
    /** The payer has paid, the money is late. */
    CAPTURING,
    CAPTURED,
    DECLINED;

    private static final Map<PaymentState, Set<PaymentState>> NEXT = Map.of(
            OPEN, EnumSet.of(CAPTURING, CAPTURED, DECLINED),
            CAPTURING, EnumSet.of(CAPTURED),
            CAPTURED, EnumSet.noneOf(PaymentState.class),
            DECLINED, EnumSet.noneOf(PaymentState.class));

    boolean canBecome(PaymentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** The names of the states from which this one may be reached: the guard of an update. */
    String[] before() {
        return EnumSet.allOf(PaymentState.class).stream()
                .filter(state -> state.canBecome(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
