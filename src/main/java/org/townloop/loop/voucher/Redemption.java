package org.townloop.loop.voucher;

import java.time.Instant;
import org.townloop.base.kernel.Money;

/**
 * Units of a voucher that a scan takes.
 *
 * @param voucher as it was before
 * @param nonce of the scan
 * @param visitedAt when the guest was there
 */
public record Redemption(Voucher voucher, int units, String nonce, Instant visitedAt) {

    public int firstUnit() {
        return voucher.unitsRedeemed() + 1;
    }

    int lastUnit() {
        return voucher.unitsRedeemed() + units;
    }

    public Money worth() {
        return voucher.worthOfNext(units);
    }
}
