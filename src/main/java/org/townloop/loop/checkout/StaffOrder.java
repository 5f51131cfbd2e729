package org.townloop.loop.checkout;

import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.merchant.PlaceId;

/**
 * What staff take down for somebody who telephones or stands at the counter.
 *
 * @param name of the guest; may be empty
 * @param contact a telephone number or a mail address as it was said; may be empty
 * @param pays at the shop, or by a link
 */
public record StaffOrder(PlaceId place, HoldOrder wish, String name, String contact, Pays pays) {

    /**
     * What came of it.
     *
     * @param secret opens the page on which it is paid; null if it is paid at the shop
     */
    public record Taken(Order order, @Nullable String secret) {}
}
