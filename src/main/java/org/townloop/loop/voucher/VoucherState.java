package org.townloop.loop.voucher;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Whether a voucher still opens anything. {@link #NEXT} is the whole lifecycle; expiry is a matter of the clock. */
public enum VoucherState {
    ISSUED,
    /** All of its units were had. */
    REDEEMED,
    /** Called off, while a counter with no network may still redeem it. */
    WITHDRAWN,
    REVOKED;

    /** A scan that a counter brings in puts what was called off back: it becomes ISSUED or REDEEMED. */
    private static final Map<VoucherState, Set<VoucherState>> NEXT = Map.of(
            ISSUED, EnumSet.of(REDEEMED, WITHDRAWN, REVOKED),
            REDEEMED, EnumSet.noneOf(VoucherState.class),
            WITHDRAWN, EnumSet.of(ISSUED, REDEEMED, REVOKED),
            REVOKED, EnumSet.noneOf(VoucherState.class));

    public boolean canBecome(VoucherState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
