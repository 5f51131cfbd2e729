package org.townloop.loop.voucher;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan and the verdict on it, as they are kept.
 *
 * @param sequence of an offline scan, null otherwise
 * @param scannedAt by the device's own clock, null if it did not say
 * @param skew our clock less the device's, null if it is not known
 */
public record JudgedScan(
        ScanAnswer answer,
        boolean offline,
        @Nullable Long sequence,
        @Nullable Instant scannedAt,
        @Nullable Duration skew,
        int units,
        @Nullable UUID staff) {

    Object[] columns(Scanner scanner, Instant now) {
        var voucher = answer.voucher();
        var first = answer.first();
        return new Object[] {
            scanner.place().region().number(),
            scanner.place().value(),
            scanner.id(),
            scanner.device() == null ? null : scanner.device().value(),
            answer.nonce(),
            voucher == null ? null : voucher.value(),
            answer.outcome().name(),
            VoucherRows.timestamp(answer.redeemedAt()),
            Timestamp.from(now),
            offline,
            sequence,
            VoucherRows.timestamp(scannedAt),
            skew == null ? null : skew.toMillis(),
            units,
            answer.unitsLeft(),
            staff,
            first == null ? null : Timestamp.from(first.at()),
            first == null ? null : first.counter()
        };
    }
}
