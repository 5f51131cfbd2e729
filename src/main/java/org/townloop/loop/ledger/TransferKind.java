package org.townloop.loop.ledger;

/** Why money moved from one account to another. */
public enum TransferKind {
    /** The resident paid: from the gateway's clearing into escrow. */
    CAPTURE,
    /** The merchant's part of what was had: out of escrow. */
    RELEASE,
    /** The regional partner's part of it. */
    PARTNER_SHARE,
    /** The platform's part of it. */
    PLATFORM_SHARE,
    /** Promised back to the resident: out of escrow. */
    REFUND,
    /** The gateway has paid it back. */
    REFUND_PAID
}
