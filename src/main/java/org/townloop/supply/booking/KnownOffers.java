package org.townloop.supply.booking;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/**
 * Offers in memory, for who asks where something is to be had, and of what kind it is. What it costs and who does it is to be
 * read again by whoever sells it: what another process wrote a moment ago may not have been heard of.
 */
@Component
public class KnownOffers {

    private final FreeTimes freeTimes;

    KnownOffers(FreeTimes freeTimes) {
        this.freeTimes = freeTimes;
    }

    /** Empty if there is no such offer. */
    public Optional<Offer> get(OfferId id) {
        return Optional.ofNullable(freeTimes.offers(List.of(id)).get(id));
    }
}
