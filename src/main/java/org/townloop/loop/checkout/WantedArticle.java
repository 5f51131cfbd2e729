package org.townloop.loop.checkout;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.deal.Deal;
import org.townloop.supply.offer.Offer;

/**
 * A line of a basket of goods to be: what is wanted, of what.
 *
 * @param offer at the price at which it is sold now
 * @param deal at whose price; null if at its own
 */
record WantedArticle(Offer offer, HoldOrder wish, @Nullable Deal deal) {

    Money price() {
        return offer.price().times(wish.quantity());
    }
}
