package org.townloop.loop.payment;

import org.townloop.base.kernel.Reason;

/** Why payment says no. */
public enum PaymentReason implements Reason {
    GATEWAY_UNKNOWN(Kind.INVALID),
    GATEWAY_SILENT(Kind.BUSY),
    GATEWAY_RUSH(Kind.BUSY),
    PAYMENT_DECLINED(Kind.CONFLICT),
    REFUND_EXCEEDS_PAYMENT(Kind.CONFLICT),
    /** Its payer has objected at the gateway, which has the money: a refund would pay it twice. */
    PAYMENT_DISPUTED(Kind.CONFLICT),
    /** It has gone on already: asked for again, paid otherwise, or had by a chargeback. */
    REFUND_SETTLED(Kind.CONFLICT),
    WEBHOOK_TOO_LARGE(Kind.INVALID),
    WEBHOOK_UNSIGNED(Kind.INVALID),
    WEBHOOK_FORGED(Kind.INVALID),
    WEBHOOK_STALE(Kind.INVALID),
    WEBHOOK_UNREADABLE(Kind.INVALID),
    WEBHOOK_NOT_OURS(Kind.INVALID);

    private final Kind kind;

    PaymentReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
