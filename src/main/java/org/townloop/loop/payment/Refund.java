package org.townloop.loop.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * That money of a captured intent is to go back, and what became of it.
 *
 * @param gatewayRef the gateway's own name for it, once it has answered
 * @param closedAt when it succeeded or failed
 * @param failure why the gateway refused it; null unless it did
 */
public record Refund(
        RefundId id,
        IntentId intent,
        UUID order,
        Money amount,
        RefundState state,
        @Nullable String gatewayRef,
        String reason,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable RefundFailure failure) {}
