package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.CodeStock;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.surface.page.Page;

/** Says of what is opened on a page what it is, and how many there are. */
@Component
class OnlineOffers {

    /** Fewer than this are few. */
    private static final int FEW = 10;

    private final Deliverables deliverables;
    private final CodeStock codes;

    OnlineOffers(Deliverables deliverables, CodeStock codes) {
        this.deliverables = deliverables;
        this.codes = codes;
    }

    /** Null if it is had otherwise. */
    OfferView.@Nullable Online of(Page page, Offer offer) {
        if (!(offer.arrangement() instanceof Online(var gives))) {
            return null;
        }
        var says = page.text("portal.online.gives." + gives.code());
        if (gives != Online.Gives.CODE) {
            var isThere = deliverables.stock(offer) > 0;
            return new OfferView.Online(says, isThere ? null : page.text("portal.online.not-yet"), null);
        }
        var left = codes.left(offer);
        return new OfferView.Online(
                says,
                left == 0 ? page.text("portal.online.sold-out") : null,
                left > 0 && left < FEW ? page.text("portal.online.few", "count", left) : null);
    }
}
