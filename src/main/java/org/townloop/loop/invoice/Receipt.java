package org.townloop.loop.invoice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.BalanceReceipt;

/**
 * That money was paid, or given back.
 *
 * @param number by which it is told from others: the end of our id of the payment
 * @param amount above zero
 * @param gateway its name; null of what was noted at the place
 * @param reference the end of the gateway's own name for it, or what the bank calls it; empty if it has none
 * @param means how it was paid at the place; null of what a gateway took
 */
public record Receipt(
        Kind kind,
        String number,
        Money amount,
        Instant at,
        @Nullable String gateway,
        String reference,
        BalanceReceipt.@Nullable Means means) {

    /** What it says. */
    public enum Kind {
        PAID,
        REFUNDED,
        /** By a bank transfer, because the gateway would not. */
        REFUNDED_OTHERWISE,
        /** With a gift voucher, a pass or a balance. */
        PAID_WITH_CARD,
        BACK_ON_CARD,
        /** Noted by the place: no money of it passed here. */
        PAID_AT_PLACE,
        GIVEN_BACK_AT_PLACE
    }

    /** Enough of a secret name to find it again, and no more. */
    static String masked(@Nullable String name) {
        return name == null || name.isEmpty() ? "" : "••••" + name.substring(Math.max(0, name.length() - 4));
    }
}
