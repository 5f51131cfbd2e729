package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.Comparator;
import org.townloop.supply.offer.OfferId;

/** A day of an offer, in the order in which days are locked. */
record OfferDay(OfferId offer, LocalDate day) implements Comparable<OfferDay> {

    private static final Comparator<OfferDay> ORDER =
            Comparator.comparing(OfferDay::offer).thenComparing(OfferDay::day);

    @Override
    public int compareTo(OfferDay other) {
        return ORDER.compare(this, other);
    }
}
