package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SessionsOff;

/**
 * Decides whether sessions take place that need people: at their deadline by those who have paid until then, or before by
 * the place. Each is decided once, in a transaction that locks offer, calendar, seats and session in this order: a payment
 * that comes at the same moment is counted, or comes too late. Who gets money back is worked off from the log afterwards.
 */
@Component
public class SessionDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(SessionDecisions.class);

    private final SessionsOff sessionsOff;
    private final OfferDesk desk;
    private final Claims claims;
    private final LotClaims lots;
    private final Gatherings gatherings;
    private final Regions regions;
    private final Atomically atomically;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    SessionDecisions(
            SessionsOff sessionsOff,
            OfferDesk desk,
            Claims claims,
            LotClaims lots,
            Gatherings gatherings,
            Regions regions,
            Atomically atomically,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.sessionsOff = sessionsOff;
        this.desk = desk;
        this.claims = claims;
        this.lots = lots;
        this.gatherings = gatherings;
        this.regions = regions;
        this.atomically = atomically;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /**
     * Decides those whose deadline has passed.
     *
     * @return how many were looked at
     */
    public int decideDue(int limit) {
        var due = gatherings.due(clock.instant(), limit);
        due.forEach(this::decideOne);
        return due.size();
    }

    /** One that fails is left for the next time, and keeps no other back. */
    private void decideOne(Gatherings.Row due) {
        try {
            if (atomically.run(() -> decide(due)) instanceof Outcome.Refused<OfferId>(var refusal)) {
                LOG.error("session {} cannot be decided: {}", due.lot(), refusal);
            }
        } catch (RuntimeException e) {
            LOG.error("session {} cannot be decided", due.lot(), e);
        }
    }

    private Outcome<OfferId> decide(Gatherings.Row due) {
        var id = new OfferId(due.lot().subject());
        var offer = keepStill(id, due.lot());
        var now = clock.instant();
        var undecided = gatherings
                .lock(due.lot())
                .filter(row -> row.gathering().state() == SessionState.UNDECIDED)
                .filter(row -> !row.gathering().isOpenAt(now));
        if (undecided.isEmpty()) {
            return Outcome.done(id); // another process was first
        }
        if (isOff(offer, due.lot().start())) {
            gatherings.forget(due.lot());
            return Outcome.done(id);
        }
        var row = undecided.get();
        var booked = lots.lockBooked(row.lot());
        return booked >= row.gathering().fewest()
                ? decided(offer, row, SessionState.CONFIRMED, booked)
                : calledOff(offer, row, booked);
    }

    private Outcome<OfferId> calledOff(Offer offer, Gatherings.Row row, int booked) {
        var start = row.lot().start();
        if (offer.arrangement() instanceof Session session && start.isAfter(clock.instant())) {
            var time = start.atZone(regions.get(offer.region()).zone()).toLocalDateTime();
            if (sessionsOff.callOff(offer, session, time) instanceof Outcome.Refused<OfferId>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return decided(offer, row, SessionState.CALLED_OFF, booked);
    }

    /**
     * The place says that a session takes place, however few have booked; nothing happens if that is decided already.
     *
     * @return refused if it was called off
     * @throws Absent if there is no such session ahead, or the actor does not run its place
     */
    public Outcome<OfferId> confirm(Actor actor, OfferId id, Instant start) {
        desk.get(actor, id);
        return atomically.run(() -> confirm(id, start));
    }

    private Outcome<OfferId> confirm(OfferId id, Instant start) {
        var lot = new Lot(id.value(), start);
        var offer = keepStill(id, lot);
        if (isOff(offer, start)) {
            return Outcome.refused(Refusal.of(BookingReason.SESSION_IS_OFF, "start"));
        }
        var row = gatherings.lock(lot).orElseGet(() -> promised(offer, lot));
        return switch (row.gathering().state()) {
            case CALLED_OFF -> Outcome.refused(Refusal.of(BookingReason.SESSION_IS_OFF, "start"));
            case CONFIRMED -> Outcome.done(id);
            case UNDECIDED -> decided(offer, row, SessionState.CONFIRMED, lots.lockBooked(lot));
        };
    }

    private Gatherings.Row promised(Offer offer, Lot lot) {
        var gathering = Gathering.asOffered(offer, lot.start());
        var isAhead = lot.start().isAfter(clock.instant());
        if (gathering == null || !isAhead || !isAt(offer, lot.start())) {
            throw new Absent("session " + lot);
        }
        var row = new Gatherings.Row(lot, offer.place(), gathering);
        gatherings.promise(List.of(row));
        return row;
    }

    /** Locked in the order of all: the offer, the calendar of its place, the seats. */
    private Offer keepStill(OfferId id, Lot lot) {
        var offer = sessionsOff.lock(id);
        claims.lockCalendars(List.of(offer.place()));
        lots.lock(List.of(lot));
        return offer;
    }

    private Outcome<OfferId> decided(Offer offer, Gatherings.Row row, SessionState state, int booked) {
        if (!gatherings.become(state, row.lot(), booked, clock.instant())) {
            throw new IllegalStateException("a locked session changed its state: " + row.lot());
        }
        var place = row.place().value();
        var slots = new SlotsChanged(place);
        var start = row.lot().start();
        events.append(List.of(
                new SessionDecided(
                        offer.id().value(),
                        place,
                        start,
                        state,
                        booked,
                        row.gathering().fewest()),
                slots));
        local.publishEvent(slots);
        return Outcome.done(offer.id());
    }

    private boolean isOff(Offer offer, Instant start) {
        return offer.arrangement() instanceof Session session
                && session.calledOff(regions.get(offer.region()).zone()).contains(start);
    }

    private boolean isAt(Offer offer, Instant start) {
        return offer.arrangement() instanceof Session session
                && session.isAt(regions.get(offer.region()).zone(), start);
    }
}
