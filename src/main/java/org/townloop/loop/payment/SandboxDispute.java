package org.townloop.loop.payment;

import java.time.Instant;
import java.util.Objects;
import org.townloop.base.kernel.Money;

/** A payer's objection as the sandbox gateway writes it. */
record SandboxDispute(String id, Long amountMinor, String currency, String reason, Instant answerBy) {

    SandboxDispute {
        if (id == null || !id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("no id of a dispute: " + id);
        }
        Objects.requireNonNull(amountMinor, "amountMinor");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(answerBy, "answerBy");
        Money.of(amountMinor, currency);
    }

    GatewayDispute of(GatewayEvent.PaymentCaptured payment) {
        return new GatewayDispute(payment, id, Money.of(amountMinor, currency), Chargeback.Why.of(reason), answerBy);
    }
}
