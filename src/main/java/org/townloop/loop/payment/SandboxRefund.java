package org.townloop.loop.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * A refund as the sandbox gateway writes it.
 *
 * @param reference our refund's id
 * @param state SUCCEEDED or FAILED
 * @param failure why it failed
 */
record SandboxRefund(
        String id,
        String reference,
        String state,
        Long amountMinor,
        String currency,
        @Nullable String failure) {

    SandboxRefund {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(amountMinor, "amountMinor");
        Objects.requireNonNull(currency, "currency");
        if (!"SUCCEEDED".equals(state) && !"FAILED".equals(state)) {
            throw new IllegalArgumentException("no such state: " + state);
        }
        Money.of(amountMinor, currency);
    }

    RefundFailure why() {
        return RefundFailure.of(failure);
    }

    Money amount() {
        return Money.of(amountMinor, currency);
    }
}
