package org.townloop.loop.payment;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * A payment as the sandbox gateway writes it. What is missing or makes no sense does not pass the constructor.
 *
 * @param reference our intent's id
 * @param redirectUrl its page for the payer; in answers only
 */
record SandboxPayment(
        String id,
        String reference,
        String merchant,
        String state,
        Long amountMinor,
        String currency,
        @Nullable String redirectUrl) {

    private static final Set<String> STATES = Set.of("OPEN", "CAPTURING", "CAPTURED", "DECLINED");

    SandboxPayment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(amountMinor, "amountMinor");
        Objects.requireNonNull(currency, "currency");
        if (!STATES.contains(state)) {
            throw new IllegalArgumentException("no such state: " + state);
        }
        Money.of(amountMinor, currency);
    }

    Money amount() {
        return Money.of(amountMinor, currency);
    }

    /** @throws IllegalArgumentException if there is no web page to send a payer to */
    String page() {
        var scheme = redirectUrl == null ? null : URI.create(redirectUrl).getScheme();
        if (redirectUrl == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("no page for the payer: " + redirectUrl);
        }
        return redirectUrl;
    }
}
