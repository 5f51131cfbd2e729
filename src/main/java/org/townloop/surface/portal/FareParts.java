package org.townloop.surface.portal;

import java.util.ArrayList;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;
import org.townloop.surface.page.Page;

/** What a fare is made of, for whoever wants to reckon it with a pencil. */
final class FareParts {

    private static final double METRES = 1_000;

    private FareParts() {}

    static OfferView.Trip of(Page page, Offer offer, Ride ride) {
        var fare = ride.fare();
        var parts = new ArrayList<OfferView.Part>();
        parts.add(part(page, offer, "getting-in", offer.price().minor()));
        parts.add(part(page, offer, "kilometre", fare.perKilometre()));
        if (fare.perMinute() > 0) {
            parts.add(part(page, offer, "minute", fare.perMinute()));
        }
        if (fare.least() > offer.price().minor()) {
            parts.add(part(page, offer, "least", fare.least()));
        }
        if (fare.nightPercent() > 0) {
            parts.add(new OfferView.Part(
                    page.text(
                            "portal.ride.fare.night",
                            "from",
                            fare.nightFrom().toString(),
                            "until",
                            fare.nightUntil().toString()),
                    page.text("portal.ride.fare.night.more", "percent", fare.nightPercent())));
        }
        return new OfferView.Trip(ride.mostMetres() / METRES, parts);
    }

    private static OfferView.Part part(Page page, Offer offer, String name, long minor) {
        return new OfferView.Part(
                page.text("portal.ride.fare." + name),
                page.money(new Money(minor, offer.price().currency())));
    }
}
