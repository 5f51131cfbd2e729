package org.townloop.loop.payment;

import org.townloop.base.kernel.Money;

/** What a gateway answers about a refund. */
public sealed interface RefundAnswer {

    record Succeeded(String gatewayRef, Money amount) implements RefundAnswer {}

    record Failed(RefundFailure why) implements RefundAnswer {}

    /** A time-out, a failure, or something that is no answer: anything may have happened. */
    record Silent(String why) implements RefundAnswer {}
}
