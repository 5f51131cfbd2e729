package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.offer.Offer;
import org.townloop.surface.page.Page;

/** How a place brings what it sells, a sentence each. */
final class DeliveryWords {

    private DeliveryWords() {}

    static List<String> of(Page page, Place place, DeliverySettings settings, List<Offer> sold) {
        var says = new ArrayList<String>();
        if (sold.isEmpty()) {
            return says;
        }
        var currency = sold.getFirst().price().currency();
        for (var ring : settings.rings()) {
            says.add(page.text(
                    "portal.shop.ring",
                    "distance",
                    ring.withinMetres() / 1_000.0,
                    "fee",
                    ring.feeMinor() == 0 ? "" : page.money(new Money(ring.feeMinor(), currency)),
                    "free",
                    ring.feeMinor() == 0 ? "yes" : "no"));
        }
        if (!settings.rings().isEmpty() && settings.leastMinor() > 0) {
            says.add(page.text("portal.shop.least", "least", page.money(new Money(settings.leastMinor(), currency))));
        }
        var freeFrom = settings.freeFromMinor();
        if (!settings.rings().isEmpty() && freeFrom != null) {
            says.add(page.text("portal.shop.free-from", "amount", page.money(new Money(freeFrom, currency))));
        }
        if (settings.pickUp()) {
            says.add(page.text("portal.shop.fetch-at", "address", page.say(place.address())));
        }
        return says;
    }
}
