package org.townloop.surface.portal;

import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Order;
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

/** How long an offer takes, and what it costs for that long. */
final class Extents {

    private Extents() {}

    static String of(Page page, Offer offer) {
        return switch (offer.arrangement()) {
            case Stay _ -> page.text("portal.stay.a-night");
            case Ride ride -> page.text("portal.ride.seats", "count", ride.seats());
            case Article _ -> page.text("portal.goods");
            case Ad _ -> page.text("page.arrangement.ad");
            case ByQuote _ -> page.text("page.arrangement.quote");
            case Online _ -> page.text("page.arrangement.online");
            case Stored stored -> page.text("page.card." + stored.kind().code());
            case Appointment _, WalkIn _, Session _, Table _, HomeVisit _ ->
                page.formats().duration(offer.duration());
        };
    }

    /** The same of what was ordered: how it is had is settled. */
    static String of(Page page, Offer offer, Order order) {
        return offer.article() == null
                ? of(page, offer)
                : page.text(order.first().site() == null ? "portal.goods.fetched" : "portal.goods.brought");
    }

    /** What an ad asks for. */
    static String asked(Page page, Money price) {
        return price.isPositive() ? page.money(price) : page.text("portal.ad.free");
    }

    /** From what on a quotation begins. */
    static String from(Page page, Money price) {
        return price.isPositive()
                ? page.text("portal.quote.from", "price", page.money(price))
                : page.text("portal.quote.open");
    }

    /** From what on, where nights differ. */
    static String price(Page page, Offer offer) {
        if (offer.isAd()) {
            return asked(page, offer.leastPrice());
        }
        if (offer.byQuote() != null) {
            return from(page, offer.price());
        }
        var least = page.money(offer.leastPrice());
        var differs = offer.arrangement() instanceof Ride
                || offer.arrangement() instanceof Stay stay && !stay.prices().isEmpty();
        return differs ? page.text("portal.stay.from", "price", least) : least;
    }
}
