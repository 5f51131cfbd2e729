package org.townloop.loop.payment;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a gateway will not pay back, as far as it says so. */
public enum RefundFailure {
    /** The account that was paid from is not there any more. */
    ACCOUNT_CLOSED,
    /** The payment is longer ago than the gateway pays back. */
    TOO_OLD,
    /** The gateway holds less for us than it is to pay back: it may do so another day. */
    BALANCE,
    OTHER;

    /** @param word of the gateway, in any case; what nobody knows is OTHER */
    static RefundFailure of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(each -> word != null && each.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(OTHER);
    }
}
