package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;

/**
 * A line of an order that wants people and resources at a time.
 *
 * @param order made in the region of the offer
 * @param line its number within the order
 * @param start when the resident comes; buffers lie around it
 * @param quantity how many at that same time, each with their own staff and resource; at least 1
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

    /** The time taken, buffers included. */
    TimeSpan during() {
        return TimeSpan.of(start.minus(offer.bufferBefore()), offer.occupied());
    }
}
