package org.townloop.loop.voucher;

import org.jspecify.annotations.Nullable;

/**
 * A scan that was answered before, and what it asked.
 *
 * @param sequence its number, null if it was asked for with a network and never came from the queue
 * @param tokenHash of its token, null of scans that are older than the hash
 */
public record EarlierScan(
        ScanAnswer answer,
        @Nullable Long sequence,
        int units,
        @Nullable String tokenHash) {

    /**
     * Whether the verdict stands whatever comes. One that refused a scan with a network does not bind the device that
     * never heard it, and served the guest without: what it signed and numbered then is a scan of its own.
     */
    public boolean stands() {
        return sequence != null || answer.outcome() == ScanOutcome.REDEEMED;
    }

    /**
     * Whether it asked the same: a nonce is the name of one scan. A voucher that was signed anew is the same voucher;
     * a token that names none, or names it no longer since its key was cut off, is the same token.
     */
    public boolean asked(int unitsNow, @Nullable VoucherId voucherNow, @Nullable String hashNow) {
        if (units != unitsNow) {
            return false;
        }
        if (answer.voucher() != null && voucherNow != null) {
            return answer.voucher().equals(voucherNow);
        }
        return tokenHash == null || hashNow == null || tokenHash.equals(hashNow);
    }

    /** The same now that it came from the queue too. */
    public EarlierScan numbered(long number) {
        return new EarlierScan(answer, number, units, tokenHash);
    }
}
