package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Event;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.voucher.JudgedScan;
import org.townloop.loop.voucher.Scanner;

/**
 * A counter accepted a voucher with no network, and another scan or a refund was stored first: nothing is released.
 *
 * @param subject the voucher
 * @param order of which it is
 * @param scannedAt by the device's own clock
 * @param firstAt when the other one was redeemed, null if it was called off
 */
public record RedemptionConflicted(
        UUID subject,
        UUID order,
        UUID place,
        UUID counter,
        @Nullable Instant scannedAt,
        @Nullable Instant firstAt) implements Event {

    static RedemptionConflicted of(JudgedScan scan, OrderId order, Scanner scanner) {
        var first = scan.answer().first();
        return new RedemptionConflicted(
                Objects.requireNonNull(scan.answer().voucher(), "a conflict is about a voucher")
                        .value(),
                order.value(),
                scanner.place().value(),
                scanner.id(),
                scan.scannedAt(),
                first == null ? null : first.at());
    }
}
