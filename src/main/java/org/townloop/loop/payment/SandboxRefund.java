package org.townloop.loop.payment;

import java.util.Objects;
import org.townloop.base.kernel.Money;

/**
 * A refund as the sandbox gateway writes it.
 *
 * @param reference our refund's id
 * @param state SUCCEEDED or FAILED
 */
record SandboxRefund(String id, String reference, String state, Long amountMinor, String currency) {

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

    Money amount() {
        return Money.of(amountMinor, currency);
    }
}
