package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;

/**
 * An order at one place.
 *
 * @param startsAt when its first line begins, null if none has a time
 * @param closedAt when it was cancelled, expired or refunded
 */
public record Order(
        OrderId id,
        PersonId resident,
        MerchantId merchant,
        PlaceId place,
        OrderState state,
        Money total,
        Terms terms,
        Instant holdExpiresAt,
        @Nullable Instant startsAt,
        Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        List<Line> lines) {

    public Line first() {
        return lines.getFirst();
    }
}
