package org.townloop.loop.checkout;

import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;

/** A line of a basket of goods to be: what is wanted, of what. */
record WantedArticle(Offer offer, HoldOrder wish) {

    Money price() {
        return offer.price().times(wish.quantity());
    }
}
