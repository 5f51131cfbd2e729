package org.townloop.loop.voucher;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.PlaceId;

/**
 * A scan that a revoked device signed.
 *
 * @param voucher null if its token names none of ours
 * @param refused the verdict, if the token alone settles it
 * @param scannedAt by the device's own clock
 * @param skew our clock less the device's
 * @param tokenHash by which its token is known again, null of scans that are older than the hash
 */
public record QuarantinedScan(
        DeviceId device,
        PlaceId place,
        String nonce,
        @Nullable VoucherId voucher,
        @Nullable ScanOutcome refused,
        long sequence,
        Instant scannedAt,
        Duration skew,
        int units,
        @Nullable UUID staff,
        Instant receivedAt,
        QuarantineState state,
        @Nullable String tokenHash) {}
