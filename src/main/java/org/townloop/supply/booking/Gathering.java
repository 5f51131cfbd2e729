package org.townloop.supply.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Session;

/**
 * A session that takes place from so many people on: what was promised with its first seat.
 *
 * @param fewest how many must have booked
 * @param booked how many have, those left out who only hold a seat; of one that was called off, how many had
 * @param decideAt until when they must, and when it is decided
 * @param decidedAt when it was; null if it is not yet
 */
public record Gathering(
        int fewest,
        int booked,
        Instant decideAt,
        SessionState state,
        @Nullable Instant decidedAt) {

    /** Of a session of which no seat was ever taken: as the offer says; null if it takes place however few come. */
    static @Nullable Gathering asOffered(Offer offer, Instant start) {
        var quorum = offer.arrangement() instanceof Session session ? session.quorum() : null;
        return quorum == null
                ? null
                : new Gathering(quorum.people(), 0, quorum.decidedAt(start), SessionState.UNDECIDED, null);
    }

    /** Whether seats are still sold: nobody joins at the last moment what is about to be called off. */
    boolean isOpenAt(Instant now) {
        return switch (state) {
            case UNDECIDED -> now.isBefore(decideAt);
            case CONFIRMED -> true;
            case CALLED_OFF -> false;
        };
    }

    /** How many more must book for it to take place; 0 if enough have, or it was decided. */
    public int missing() {
        return state == SessionState.UNDECIDED ? Math.max(0, fewest - booked) : 0;
    }
}
