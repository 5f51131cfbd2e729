package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.WalkIn;

/**
 * A line of an order that wants people and resources at a time, or units of a day.
 *
 * @param order made in the region of the offer
 * @param line its number within the order
 * @param start when the resident comes; buffers lie around it. For a walk-in the beginning of the day
 * @param quantity how many at that same time, each with their own staff and resource, or how many units of the day; at
 *     least 1
 * @param expiresAt when the hold frees itself
 */
public record HoldRequest(UUID order, int line, Offer offer, Instant start, int quantity, Instant expiresAt) {

    public HoldRequest {
        if (quantity < 1) {
            throw new IllegalArgumentException("a quantity is at least 1, not " + quantity);
        }
        if (!RegionId.of(order).equals(offer.region())) {
            throw new IllegalArgumentException("order " + order + " is of another region than offer " + offer.id());
        }
    }

    /** @throws IllegalStateException if it is booked at a time */
    WalkIn walkIn() {
        var walkIn = offer.walkIn();
        if (walkIn == null) {
            throw new IllegalStateException("booked at a time: " + offer.id());
        }
        return walkIn;
    }

    /** The time taken, buffers included. */
    TimeSpan during() {
        return TimeSpan.of(start.minus(offer.bufferBefore()), offer.occupied());
    }
}
