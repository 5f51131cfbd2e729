package org.townloop.loop.payment;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/** What a gateway tells us, whether by a webhook or when asked. */
public sealed interface GatewayEvent {

    record PaymentCaptured(IntentId intent, String gatewayRef, Money amount) implements GatewayEvent {}

    record PaymentDeclined(IntentId intent, @Nullable String gatewayRef) implements GatewayEvent {}

    record RefundSucceeded(RefundId refund, String gatewayRef, Money amount) implements GatewayEvent {}

    record RefundFailed(RefundId refund, @Nullable String gatewayRef, RefundFailure why) implements GatewayEvent {}

    /** That the payer of a payment objects to it, or what came of that. */
    sealed interface DisputeEvent extends GatewayEvent {
        GatewayDispute dispute();
    }

    /** The gateway has taken the money back. */
    record DisputeOpened(GatewayDispute dispute) implements DisputeEvent {}

    /** Decided for us: the gateway has given it again. */
    record DisputeWon(GatewayDispute dispute) implements DisputeEvent {}

    /** Decided for the payer. */
    record DisputeLost(GatewayDispute dispute) implements DisputeEvent {}

    /** Something that does not concern us. */
    record Other(String type) implements GatewayEvent {}
}
