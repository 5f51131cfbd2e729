package org.townloop.loop.ordering;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far an order has come. {@link #NEXT} is the whole lifecycle. */
public enum OrderState {
    /** Time and staff are kept for ten minutes, waiting for the payment. */
    HELD,
    /** The money is in escrow, the vouchers are issued. */
    PAID,
    /** Everything was had; money is still to be released. */
    FULFILLED,
    /** Its money is released. */
    SETTLED,
    /** Called off; a refund by the policy sold is on its way if money was taken. */
    CANCELLED,
    /** Not paid in time. */
    EXPIRED,
    /** The gateway has given the money back. */
    REFUNDED,
    /** Somebody objects: the money stays where it is, and nothing is had. It goes on as what it was, see {@link DisputedOrders}. */
    DISPUTED;

    /** What may follow what. EXPIRED may become PAID: a late payment is honoured while the time is still free. */
    private static final Map<OrderState, Set<OrderState>> NEXT = Map.of(
            HELD, EnumSet.of(PAID, CANCELLED, EXPIRED),
            PAID, EnumSet.of(FULFILLED, CANCELLED, DISPUTED),
            FULFILLED, EnumSet.of(SETTLED, DISPUTED),
            SETTLED, EnumSet.of(DISPUTED),
            CANCELLED, EnumSet.of(REFUNDED),
            EXPIRED, EnumSet.of(PAID, REFUNDED),
            REFUNDED, EnumSet.noneOf(OrderState.class),
            DISPUTED, EnumSet.of(PAID, FULFILLED, SETTLED, REFUNDED));

    public boolean canBecome(OrderState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether a payment that arrives now can still be for it. */
    public boolean awaitsPayment() {
        return this == HELD || this == EXPIRED;
    }

    /** Whether nothing of it takes place: it was called off, or never paid. */
    public boolean isOff() {
        return this == CANCELLED || this == EXPIRED || this == REFUNDED;
    }

    /** The states from which this one may be reached. */
    Set<OrderState> before() {
        var before = EnumSet.noneOf(OrderState.class);
        for (var state : values()) {
            if (state.canBecome(this)) {
                before.add(state);
            }
        }
        return before;
    }
}
