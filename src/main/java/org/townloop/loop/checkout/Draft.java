package org.townloop.loop.checkout;

import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offer;

/** An order that is to be held: nothing of it is written or taken yet. */
record Draft(Order order, Offer offer, Wish asked) {

    HoldRequest request() {
        return new HoldRequest(
                order.id().value(),
                1,
                offer,
                asked,
                order.holdExpiresAt(),
                order.resident().value());
    }
}
