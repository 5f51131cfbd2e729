package org.townloop.supply.booking;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.region.Regions;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Session;

/** What was promised to those who have seats when their class is written anew with another number of people, or with none. */
@Component
class PromisedSessions {

    private final Gatherings gatherings;
    private final LotClaims lots;
    private final Regions regions;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    PromisedSessions(
            Gatherings gatherings,
            LotClaims lots,
            Regions regions,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.gatherings = gatherings;
        this.lots = lots;
        this.regions = regions;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /**
     * Nobody who has a seat is asked for more company than was said when they took it; a class that takes place however few
     * come does so for them too. In the transaction that writes the offer; the calendar is locked.
     */
    void keep(Offer written, Session session) {
        var quorum = session.quorum();
        if (quorum == null) {
            var off = session.calledOff(regions.get(written.region()).zone());
            gatherings.undecided(written).stream()
                    .filter(row -> !off.contains(row.lot().start()))
                    .forEach(row -> confirm(written, row));
        } else {
            gatherings.keepUnconditional(written, clock.instant());
            gatherings.atMost(written, quorum.people());
        }
        var slots = new SlotsChanged(written.place().value());
        events.append(slots);
        local.publishEvent(slots);
    }

    private void confirm(Offer offer, Gatherings.Row row) {
        var booked = lots.lockBooked(row.lot());
        gatherings.become(SessionState.CONFIRMED, row.lot(), booked, clock.instant());
        events.append(new SessionDecided(
                offer.id().value(),
                row.place().value(),
                row.lot().start(),
                SessionState.CONFIRMED,
                booked,
                row.gathering().fewest()));
    }
}
