package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/**
 * What there are only so many of at a moment: the seats of a session, the rooms of a type in a night.
 *
 * @param subject the offer or resource whose they are
 * @param start of the session or night
 */
record Lot(UUID subject, Instant start) implements Comparable<Lot> {

    private static final Comparator<Lot> ORDER =
            Comparator.comparing(Lot::subject).thenComparing(Lot::start);

    /** The codes of an offer: they are of no time. */
    static Lot ofCodes(UUID offer) {
        return new Lot(offer, Instant.EPOCH);
    }

    boolean isOfCodes() {
        return start.equals(Instant.EPOCH);
    }

    int region() {
        return RegionId.of(subject).number();
    }

    @Override
    public int compareTo(Lot other) {
        return ORDER.compare(this, other);
    }
}
