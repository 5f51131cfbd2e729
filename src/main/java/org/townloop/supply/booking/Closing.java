package org.townloop.supply.booking;

import java.time.Instant;
import java.util.function.UnaryOperator;
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

/**
 * Until when before it begins a thing can be had.
 *
 * @param last when it was too late for one of its starts last, in seconds of the epoch
 * @param next when it will be for another one
 * @param inTime leaves of its starts those for which it is not too late
 */
record Closing(long last, long next, UnaryOperator<long[]> inTime) {

    private static final Closing NEVER = new Closing(Long.MIN_VALUE, Long.MAX_VALUE, UnaryOperator.identity());

    static Closing of(Offer offer, PlaceBits place, Instant now) {
        return switch (offer.arrangement()) {
            case Article _ -> {
                var windows = place.windows();
                yield new Closing(
                        windows.closedLast(now), windows.closesNext(now), starts -> windows.inTime(starts, now));
            }
            case Session session -> {
                var sessions = place.sessions();
                yield new Closing(
                        sessions.closedLast(offer, session, now),
                        sessions.closesNext(offer, session, now),
                        starts -> sessions.inTime(starts, offer, session, now));
            }
            case Appointment _, WalkIn _, Table _, Stay _, HomeVisit _, Ride _, Ad _, ByQuote _, Online _, Stored _ ->
                NEVER;
        };
    }
}
