package org.townloop.surface.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the merchant reads it.
 *
 * @param redirectUrl where to send the payer; not in webhooks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentJson(
        String id,
        String reference,
        String merchant,
        String state,
        long amountMinor,
        String currency,
        long refundedMinor,
        @Nullable String redirectUrl) {

    static PaymentJson of(Payment payment, String merchant, @Nullable String redirectUrl) {
        return new PaymentJson(
                payment.id(),
                payment.reference(),
                merchant,
                payment.state().name(),
                payment.amount().minor(),
                payment.amount().currency().getCurrencyCode(),
                payment.refundedMinor(),
                redirectUrl);
    }
}
