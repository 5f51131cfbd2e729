package org.townloop.loop.payment;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook as the sandbox gateway writes it. */
record SandboxMessage(
        String id,
        String type,
        SandboxPayment payment,
        @Nullable SandboxRefund refund,
        @Nullable SandboxDispute dispute) {

    SandboxMessage {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(payment, "payment");
        if (id == null || !id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("no id of an event: " + id);
        }
    }

    GatewayEvent event() {
        return switch (type) {
            case "payment.captured" -> new GatewayEvent.PaymentCaptured(intent(), payment.id(), payment.amount());
            case "payment.declined" -> new GatewayEvent.PaymentDeclined(intent(), payment.id());
            case "refund.succeeded" ->
                new GatewayEvent.RefundSucceeded(
                        refundId(), refunded().id(), refunded().amount());
            case "refund.failed" ->
                new GatewayEvent.RefundFailed(
                        refundId(), refunded().id(), refunded().why());
            case "dispute.opened" -> new GatewayEvent.DisputeOpened(disputed());
            case "dispute.won" -> new GatewayEvent.DisputeWon(disputed());
            case "dispute.lost" -> new GatewayEvent.DisputeLost(disputed());
            default -> new GatewayEvent.Other(type);
        };
    }

    private IntentId intent() {
        return new IntentId(UUID.fromString(payment.reference()));
    }

    private RefundId refundId() {
        return new RefundId(UUID.fromString(refunded().reference()));
    }

    /** What is disputed was captured. */
    private GatewayDispute disputed() {
        return Objects.requireNonNull(dispute, "dispute")
                .of(new GatewayEvent.PaymentCaptured(intent(), payment.id(), payment.amount()));
    }

    private SandboxRefund refunded() {
        return Objects.requireNonNull(refund, "refund");
    }
}
