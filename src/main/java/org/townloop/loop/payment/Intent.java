package org.townloop.loop.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * That somebody wants to pay an order by a gateway, and what became of it.
 *
 * @param gatewayRef the gateway's own name for it, once it has answered
 * @param redirectUrl the gateway's page on which the payer pays, once it has answered
 * @param returnUrl where the payer comes back to
 * @param askedAt when the gateway was last asked
 * @param closedAt when it was captured or declined
 */
public record Intent(
        IntentId id,
        UUID order,
        PersonId person,
        String gateway,
        Money amount,
        IntentState state,
        @Nullable String gatewayRef,
        @Nullable String redirectUrl,
        String returnUrl,
        Instant createdAt,
        Instant askedAt,
        @Nullable Instant closedAt) {}
