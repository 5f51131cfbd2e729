package org.townloop.loop.voucher;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.PlaceId;

/**
 * A voucher that a counter accepted with no network, although another scan or a refund was stored first.
 *
 * @param nonce the device's name for its scan
 * @param scannedAt when the device accepted it, by our clock
 * @param storedAt when it came to us
 * @param firstAt when the scan was stored that counts; null if the voucher was called off
 * @param firstCounter where that was: a person or a device
 */
public record Conflict(
        PlaceId place,
        DeviceId device,
        String nonce,
        VoucherId voucher,
        int units,
        Instant scannedAt,
        Instant storedAt,
        @Nullable Instant firstAt,
        @Nullable UUID firstCounter) {}
