package org.townloop.loop.checkout;

import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.Packs;

/** What is agreed with a sale: the policies of the pack's mode, and the shares of the region, as they are now. */
@Component
class SaleTerms {

    private final Packs packs;
    private final Regions regions;

    SaleTerms(Packs packs, Regions regions) {
        this.packs = packs;
        this.regions = regions;
    }

    Terms of(Offer offer) {
        var mode = packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
        return new Terms(mode.cancellation(), regions.get(offer.region()).shares(), mode.noShow());
    }
}
