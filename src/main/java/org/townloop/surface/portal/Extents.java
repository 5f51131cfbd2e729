package org.townloop.surface.portal;

import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.surface.page.Page;

/** How long an offer takes, and what it costs for that long. */
final class Extents {

    private Extents() {}

    static String of(Page page, Offer offer) {
        return offer.arrangement() instanceof Stay
                ? page.text("portal.stay.a-night")
                : page.formats().duration(offer.duration());
    }

    /** From what on, where nights differ. */
    static String price(Page page, Offer offer) {
        var least = page.money(offer.leastPrice());
        return offer.arrangement() instanceof Stay stay && !stay.prices().isEmpty()
                ? page.text("portal.stay.from", "price", least)
                : least;
    }
}
