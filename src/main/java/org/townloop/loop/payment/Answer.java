package org.townloop.loop.payment;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** What a gateway answers about a payment. */
public sealed interface Answer {

    /** It waits for the payer on its page. */
    record Waiting(String gatewayRef, String redirectUrl, Money amount) implements Answer {}

    record Captured(String gatewayRef, Money amount) implements Answer {}

    /** @param gatewayRef null if it would not even open the payment */
    record Declined(@Nullable String gatewayRef) implements Answer {}

    /** It has never heard of the payment. */
    record NeverHeard() implements Answer {}

    /** A time-out, a failure, or something that is no answer: anything may have happened. */
    record Silent(String why) implements Answer {}
}
