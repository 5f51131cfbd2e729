package org.townloop.loop.voucher;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a counter is told of a scan.
 *
 * @param voucher null where the token names none
 * @param redeemedAt when it was redeemed: now, or for ALREADY_REDEEMED the first time
 */
public record ScanAnswer(
        String nonce,
        ScanOutcome outcome,
        @Nullable VoucherId voucher,
        @Nullable Instant redeemedAt) {}
