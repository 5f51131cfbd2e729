package org.townloop.surface.portal;

import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.surface.page.Page;

/** How many of something: people, rooms, pieces. */
final class Units {

    private Units() {}

    /** The time, and how many if it is more than one. */
    static String after(Page page, String when, Offer offer, int quantity) {
        if (quantity == 1) {
            return when;
        }
        var units = page.text(key(offer), "count", quantity);
        return when.isEmpty() ? units : when + " · " + units;
    }

    private static String key(Offer offer) {
        return switch (offer.arrangement()) {
            case Table _, Session _, Appointment _ -> "portal.offer.people";
            case Stay _ -> "portal.stay.rooms";
            case WalkIn _, HomeVisit _, Ride _, Online _, Stored _, Article _, Ad _, ByQuote _ ->
                "portal.basket.pieces";
        };
    }
}
