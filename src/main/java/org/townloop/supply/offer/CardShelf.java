package org.townloop.supply.offer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;

/** The gift vouchers, passes and balances that places sell now. They stand beside their offers, and are not searched for. */
@Component
public class CardShelf {

    private final OfferRows rows;

    CardShelf(OfferRows rows) {
        this.rows = rows;
    }

    /** What is on sale at the place, in the order in which it was first written. */
    public List<Offer> at(PlaceId place) {
        return rows.cardsAt(place).stream().filter(Offer::active).toList();
    }
}
