package org.townloop.loop.checkout;

import java.time.Instant;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offer;

/**
 * A resident wants something.
 *
 * @param offer as it was when they asked
 */
record HoldAsked(Actor actor, HoldOrder wish, Offer offer, Instant start, Idempotency.Call call) {

    /** What the calendar is asked for. */
    Wish calendarWish() {
        return wish.wish(start);
    }

    /** The same for all who want the same: what is opened online begins when it is asked for, a moment later for the next. */
    Wish wanted() {
        return offer.isOnline() ? Wish.at(Instant.EPOCH, wish.quantity()) : calendarWish();
    }
}
