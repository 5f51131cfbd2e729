package org.townloop.loop.voucher;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a counter is told of a scan.
 *
 * @param voucher null where the token names none
 * @param redeemedAt when it was redeemed: now, or for a second scan the time before
 * @param unitsLeft how many units are left, null where the voucher is not known
 * @param first for a second scan, where and when the one was that counts
 */
public record ScanAnswer(
        String nonce,
        ScanOutcome outcome,
        @Nullable VoucherId voucher,
        @Nullable Instant redeemedAt,
        @Nullable Integer unitsLeft,
        @Nullable First first) {

    /**
     * The scan that came before.
     *
     * @param counter the person or the device
     */
    public record First(Instant at, UUID counter) {}

    /** A verdict on a token that names no voucher of ours. */
    public static ScanAnswer unknown(String nonce, ScanOutcome outcome) {
        return new ScanAnswer(nonce, outcome, null, null, null, null);
    }
}
