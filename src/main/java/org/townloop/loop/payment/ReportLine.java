package org.townloop.loop.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * One movement as the gateway books it.
 *
 * @param gatewayRef its name there: of the payment, the refund or the dispute; of a fee, of what it was charged for
 * @param reference our own: the intent's id of a payment, a dispute and a fee, the refund's id of a refund; null of a fee
 *     that belongs to no payment
 * @param amount above zero, before the fee; the kind says which way it went
 * @param fee what the gateway kept for itself, in the same currency; below zero what it gave back of that, which it does with
 *     a REFUND or a DISPUTE only; of a FEE zero, since it is the amount
 */
public record ReportLine(
        String gatewayRef, @Nullable String reference, Kind kind, Money amount, Money fee, Instant at) {

    /** Which way the money went. */
    public enum Kind {
        /** To us. */
        PAYMENT,
        /** Back to the payer, because we asked for it. */
        REFUND,
        /** Taken from us, because the payer objects. */
        DISPUTE,
        /** To us again: the dispute was decided for us. */
        DISPUTE_REVERSED,
        /** To the gateway, for something else than taking a payment. */
        FEE
    }

    /** @throws IllegalArgumentException unless the amounts are as they should be */
    public ReportLine {
        if (!amount.isPositive()
                || (fee.minor() < 0 && kind != Kind.REFUND && kind != Kind.DISPUTE)
                || !fee.currency().equals(amount.currency())) {
            throw new IllegalArgumentException("no amounts of a report: " + amount + " and " + fee);
        }
        if (kind == Kind.FEE ? fee.minor() != 0 : reference == null) {
            throw new IllegalArgumentException("no line of a report: " + kind + " " + gatewayRef);
        }
    }
}
