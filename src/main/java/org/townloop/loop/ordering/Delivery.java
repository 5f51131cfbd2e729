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
        Packing state,
        Money back,
        @Nullable Instant packedAt,
        @Nullable Instant outAt) {

    /** How far it is packed. */
    public enum Packing {
        ORDERED,
        /** Somebody is at it: it cannot be called off or moved any more. */
        PICKING,
        PACKED,
        ON_THE_WAY;

        public boolean isBegun() {
            return this != ORDERED;
        }

        public boolean isDone() {
            return this == PACKED || this == ON_THE_WAY;
        }
    }
}
