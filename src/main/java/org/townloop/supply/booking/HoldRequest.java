package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.WalkIn;

/**
 * A line of an order that wants people and resources at a time, or units of what there are only so many of.
 *
 * @param order made in the region of the offer
 * @param line its number within the order
 * @param expiresAt when the hold frees itself
 */
public record HoldRequest(UUID order, int line, Offer offer, Wish wish, Instant expiresAt) {

    public HoldRequest {
        if (!RegionId.of(order).equals(offer.region())) {
            throw new IllegalArgumentException("order " + order + " is of another region than offer " + offer.id());
        }
    }

    Instant start() {
        return wish.start();
    }

    int quantity() {
        return wish.quantity();
    }

    /** @throws IllegalStateException if it is not had on a day */
    WalkIn walkIn() {
        var walkIn = offer.walkIn();
        if (walkIn == null) {
            throw new IllegalStateException("not had on a day: " + offer.id());
        }
        return walkIn;
    }

    /** The time taken, buffers included. */
    TimeSpan during() {
        return TimeSpan.of(start().minus(offer.bufferBefore()), offer.occupiedBy(quantity()));
    }
}
