package org.townloop.surface.portal;

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
 * For how many people a time is asked.
 *
 * @param first whether that must be known before times are shown: a table is free for some parties and not for others
 */
record HowMany(int least, int most, int chosen, boolean first) {

    private static final int USUAL_MOST = 4;
    private static final int CLASS_MOST = 8;
    private static final int USUAL_PARTY = 2;

    /** @param asked how many; 0 or less if nobody said */
    static HowMany of(Offer offer, int asked) {
        return switch (offer.arrangement()) {
            case Table table ->
                new HowMany(
                        table.fewest(),
                        table.most(),
                        Math.clamp(asked < 1 ? USUAL_PARTY : asked, table.fewest(), table.most()),
                        true);
            case Session session -> upTo(Math.min(CLASS_MOST, session.seats()), asked);
            case Online online when online.gives() != Online.Gives.CODE -> upTo(1, asked);
            case Appointment _, WalkIn _, Stay _, HomeVisit _, Article _, Ad _, ByQuote _, Ride _, Online _, Stored _ ->
                upTo(USUAL_MOST, asked);
        };
    }

    private static HowMany upTo(int most, int asked) {
        return new HowMany(1, most, Math.clamp(asked, 1, most), false);
    }
}
