package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.offer.Offer;

/**
 * That it may be booked without paying, and is paid at the shop.
 *
 * @param only whether it is not paid online at all
 * @param most what one such order comes to at most; null for any amount
 * @param mostOpen how many of them, still to be had, one resident keeps at the place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AtShopJson(boolean only, @Nullable Amount most, int mostOpen) {

    /** Null if it is paid online. */
    static @Nullable AtShopJson of(Offer offer) {
        var atShop = offer.atShop();
        return atShop == null
                ? null
                : new AtShopJson(
                        atShop.only(),
                        atShop.most(offer.price()).map(Amount::of).orElse(null),
                        atShop.mostOpen());
    }
}
