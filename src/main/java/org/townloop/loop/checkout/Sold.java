package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Absent;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferVersion;
import org.townloop.supply.offer.Offers;

/** The offers of some orders in the versions that were sold. */
record Sold(Map<OfferVersion, Offer> offers) {

    /** By one statement. */
    static Sold in(Collection<Order> orders, Offers offers) {
        return new Sold(offers.versions(orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(Sold::version)
                .collect(Collectors.toSet())));
    }

    /** @throws Absent if there is no such version */
    Offer offer(Line line) {
        var offer = offers.get(version(line));
        if (offer == null) {
            throw new Absent("offer " + line.offer().value());
        }
        return offer;
    }

    private static OfferVersion version(Line line) {
        return new OfferVersion(line.offer(), line.offerVersion());
    }
}
