package org.townloop.loop.payment;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** What a gateway tells us, whether by a webhook or when asked. */
public sealed interface GatewayEvent {

    record PaymentCaptured(IntentId intent, String gatewayRef, Money amount) implements GatewayEvent {}

    record PaymentDeclined(IntentId intent, @Nullable String gatewayRef) implements GatewayEvent {}

    record RefundSucceeded(RefundId refund, String gatewayRef, Money amount) implements GatewayEvent {}

    record RefundFailed(RefundId refund, @Nullable String gatewayRef) implements GatewayEvent {}

    /** Something that does not concern us. */
    record Other(String type) implements GatewayEvent {}
}
