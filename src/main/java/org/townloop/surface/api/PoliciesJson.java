package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;

/** What was agreed, in words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PoliciesJson(
        String cancellation,
        @Nullable String lateAndNoShow,
        @Nullable OffsetDateTime movableUntil,
        @Nullable OffsetDateTime missedAt) {

    /** @param atDoor when they are at the resident's door; null if it is done at the place */
    static PoliciesJson of(Order order, @Nullable Instant atDoor, Locale locale, Moments moments) {
        var region = order.id().region();
        var terms = order.terms();
        return new PoliciesJson(
                terms.cancellation().inWords().in(locale),
                terms.noShow() == null ? null : terms.noShow().inWords().in(locale),
                moments.inNullable(region, order.movableUntil().orElse(null)),
                moments.inNullable(region, order.missedAt(atDoor).orElse(null)));
    }
}
