package org.townloop.loop.voucher;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan of one of an order's vouchers.
 *
 * @param storedAt when it came here
 * @param scannedAt of an offline one: by the device's own clock
 */
public record OrderScan(
        Instant storedAt, @Nullable Instant scannedAt, ScanOutcome outcome, boolean offline, int units) {}
