package org.townloop.loop.ledger;

import java.util.UUID;

/**
 * An account by its name, in the region and currency of its transfer. Its balance is credits less debits.
 *
 * @param owner whose it is; {@link #NOBODY} for the region's own
 */
record Account(Kind kind, UUID owner) {

    enum Kind {
        /** What the gateway holds for us: its balance is never above zero. */
        GATEWAY_CLEARING,
        /** Paid, and not yet had. */
        ESCROW,
        /** Promised back, and not yet paid by the gateway. */
        REFUNDS_PAYABLE,
        /** A merchant's. Below zero, the next releases net it. */
        MERCHANT,
        /** A regional partner's. */
        PARTNER,
        PLATFORM,
        /** A person's, by whose word residents came. */
        REFERRER,
        /** What gateways charge us: never above zero. */
        FEES,
        /** Taken back by a gateway and not decided: never above zero. */
        DISPUTES,
        /** What the platform spends on coupons and rewards: never above zero. */
        REWARDS,
        /** What is left on a gift voucher, a pass or a balance. */
        STORED_VALUE,
        /** A merchant's or a partner's, on its way to the bank. */
        PAYOUTS
    }

    static final UUID NOBODY = new UUID(0, 0);

    static final Account ESCROW = new Account(Kind.ESCROW, NOBODY);
    static final Account PLATFORM = new Account(Kind.PLATFORM, NOBODY);

    static Account merchant(UUID merchant) {
        return new Account(Kind.MERCHANT, merchant);
    }

    static Account partner(UUID partner) {
        return new Account(Kind.PARTNER, partner);
    }
}
