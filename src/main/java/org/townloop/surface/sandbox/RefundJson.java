package org.townloop.surface.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A refund as the merchant reads it. The sandbox pays back at once, or refuses at once.
 *
 * @param failure why it is refused; null if it is paid back
 */
record RefundJson(
        String id,
        String reference,
        String state,
        long amountMinor,
        String currency,
        @Nullable String failure) {

    boolean isPaid() {
        return failure == null;
    }
}
