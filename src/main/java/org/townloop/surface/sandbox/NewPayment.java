package org.townloop.surface.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.townloop.base.kernel.Money;

/** The merchant's request to open a payment, as it came. */
record NewPayment(
        @Nullable String reference,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable String description,
        @Nullable String returnUrl,
        @Nullable String webhookUrl) {

    /** As it is when it is in order. */
    record Checked(String reference, Money amount, String description, String returnUrl, String webhookUrl) {}

    /** @throws Unacceptable with a sentence on what is wrong */
    Checked checked() {
        return new Checked(
                Checks.reference(reference),
                new Money(Checks.amount(amountMinor), currency(currency)),
                description(description),
                webAddress("returnUrl", returnUrl),
                webAddress("webhookUrl", webhookUrl));
    }

    private static Currency currency(@Nullable String code) {
        try {
            return Currency.getInstance(code == null ? "" : code);
        } catch (IllegalArgumentException e) {
            throw Checks.wrong("currency is an ISO 4217 code, e.g. CNY");
        }
    }

    private static String description(@Nullable String text) {
        if (text != null && text.codePointCount(0, text.length()) > 200) {
            throw Checks.wrong("description has at most 200 characters");
        }
        return text == null ? "" : text.strip();
    }

    private static String webAddress(String field, @Nullable String text) {
        try {
            var uri = new URI(text == null ? "" : text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            // as wrong as one that can be parsed and leads nowhere
        }
        throw Checks.wrong(field + " is an absolute http or https address");
    }

    /** What the requests have in common. */
    static final class Checks {

        /** As far as every client counts exactly. */
        private static final long MOST = 1L << 53;

        private Checks() {}

        static String reference(@Nullable String reference) {
            if (reference == null || !reference.matches("[A-Za-z0-9-]{1,100}")) {
                throw wrong("reference is 1 to 100 letters, digits or hyphens");
            }
            return reference;
        }

        static long amount(@Nullable Long amountMinor) {
            if (amountMinor == null || amountMinor <= 0 || amountMinor > MOST) {
                throw wrong("amountMinor is a whole number of minor units above zero, at most 2^53");
            }
            return amountMinor;
        }

        static Unacceptable wrong(String sentence) {
            return new Unacceptable(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
        }
    }
}
