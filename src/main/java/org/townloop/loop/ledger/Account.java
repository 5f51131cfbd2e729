package org.townloop.loop.ledger;

import java.util.UUID;

/**
 * An account by its name, in the region and currency of its transfer. Its balance is credits less debits.
 *
 * @param owner the merchant or partner; {@link #NOBODY} for the region's own
 */
record Account(Kind kind, UUID owner) {

    enum Kind {
        /** What the gateway holds for us: its balance is never above zero. */
        GATEWAY_CLEARING,
        /** Paid, and not yet had. */
        ESCROW,
        /** Promised back, and not yet paid by the gateway. */
        REFUNDS_PAYABLE,
        MERCHANT,
        PARTNER,
        PLATFORM
    }

    static final UUID NOBODY = new UUID(0, 0);

    static final Account GATEWAY_CLEARING = new Account(Kind.GATEWAY_CLEARING, NOBODY);
    static final Account ESCROW = new Account(Kind.ESCROW, NOBODY);
    static final Account REFUNDS_PAYABLE = new Account(Kind.REFUNDS_PAYABLE, NOBODY);
    static final Account PLATFORM = new Account(Kind.PLATFORM, NOBODY);

    static Account merchant(UUID merchant) {
        return new Account(Kind.MERCHANT, merchant);
    }

    static Account partner(UUID partner) {
        return new Account(Kind.PARTNER, partner);
    }
}
