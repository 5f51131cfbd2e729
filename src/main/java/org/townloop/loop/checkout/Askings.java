package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.Asking;

/** Wishes as the questions and checks of a pack see them. */
@Component
class Askings {

    private final Regions regions;
    private final Clock clock;

    Askings(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    Asking of(Offer offer, Wish wish, Map<String, String> answers) {
        return new Asking(
                offer.mode(),
                wish.quantity(),
                wish.start().atZone(regions.get(offer.region()).zone()),
                clock.instant(),
                answers,
                offer.attributes());
    }
}
