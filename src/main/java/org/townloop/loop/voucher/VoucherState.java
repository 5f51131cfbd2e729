package org.townloop.loop.voucher;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Whether a voucher still opens anything. {@link #NEXT} is the whole lifecycle; expiry is a matter of the clock. */
public enum VoucherState {
    ISSUED,
    REDEEMED,
    REVOKED;

    private static final Map<VoucherState, Set<VoucherState>> NEXT = Map.of(
            ISSUED, EnumSet.of(REDEEMED, REVOKED),
            REDEEMED, EnumSet.noneOf(VoucherState.class),
            REVOKED, EnumSet.noneOf(VoucherState.class));

    public boolean canBecome(VoucherState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
