package org.townloop.loop.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;

/**
 * What stands beside an order of goods.
 *
 * @param fee what bringing it costs, part of the order's total; zero if it is fetched
 * @param back what goes back because it was missing, or another article in its place was cheaper
 */
public record Delivery(
        OrderId order,
        Money fee,
        PackingState state,
        Money back,
        @Nullable Instant packedAt,
        @Nullable Instant outAt) {}
