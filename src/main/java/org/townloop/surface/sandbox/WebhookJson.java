package org.townloop.surface.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the merchant is told, as the bytes that are signed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookJson(
        String id,
        String type,
        String createdAt,
        PaymentJson payment,
        @Nullable RefundJson refund,
        @Nullable DisputeJson dispute) {}
