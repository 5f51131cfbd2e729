package org.townloop.supply.offer;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Workplaces;

/** The offers of a place in the hands of those who run it. */
@Component
public class OfferDesk {

    private final Workplaces workplaces;
    private final Places places;
    private final Offers offers;
    private final OfferRows rows;
    private final OnSale onSale;
    private final SessionsOff sessionsOff;
    private final Atomically atomically;

    OfferDesk(
            Workplaces workplaces,
            Places places,
            Offers offers,
            OfferRows rows,
            OnSale onSale,
            SessionsOff sessionsOff,
            Atomically atomically) {
        this.workplaces = workplaces;
        this.places = places;
        this.offers = offers;
        this.rows = rows;
        this.onSale = onSale;
        this.sessionsOff = sessionsOff;
        this.atomically = atomically;
    }

    /**
     * All offers of the place, those off sale too, in the order in which they were first written.
     *
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public List<Offer> all(Actor actor, PlaceId place) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        return rows.allAt(place);
    }

    /** @throws Absent if there is no such offer, or the actor does not run its place */
    public Offer get(Actor actor, OfferId id) {
        var offer = offers.get(id);
        workplaces.get(actor, Right.RUN_PLACE, offer.place());
        return offer;
    }

    /**
     * Writes a new offer, or a new version of one; what was sold under earlier ones stays as it was.
     *
     * @param seen the version that was shown to whoever changes it, or null for a new offer
     * @return refused with {@link OfferReason}, a reason of the pack, or because somebody changed it meanwhile
     * @throws Absent if there is no such place or offer, or the actor does not run it
     */
    public Outcome<Offer> write(Actor actor, NewOffer offer, @Nullable Integer seen) {
        workplaces.get(actor, Right.RUN_PLACE, offer.place());
        return offers.write(offer, seen);
    }

    /** Puts an offer on sale, or takes it off: no new version, and nothing happens if it is so already. */
    public Outcome<Offer> setOnSale(Actor actor, OfferId id, boolean active) {
        var offer = get(actor, id);
        if (active && nobodyIsLeft(offer)) {
            return Outcome.refused(Refusal.of(OfferReason.STAFF_MISSING, "staff"));
        }
        return atomically.run(() -> {
            if (active && offers.isTurnedAway(offer.merchant())) {
                return Outcome.refused(MerchantReason.MERCHANT_REFUSED);
            }
            onSale.set(id, active);
            return Outcome.done(offers.get(id));
        });
    }

    /**
     * Calls one session of a class off: whoever bought it gets all of it back. Nothing else of the offer is looked at: who
     * has left, or what the pack asks by now, is no reason to hold a session.
     *
     * @param time by the place's clock
     * @return refused if somebody changed the offer meanwhile
     * @throws Absent if there is no such class, or the actor does not run its place
     */
    public Outcome<Offer> callOff(Actor actor, OfferId id, LocalDateTime time) {
        var offer = get(actor, id);
        if (!(offer.arrangement() instanceof Session session)) {
            throw new Absent("class " + id.value());
        }
        return atomically.run(() -> sessionsOff.callOff(offer, session, time)).map(called -> offers.get(called));
    }

    /** All who could do it have left. */
    private boolean nobodyIsLeft(Offer offer) {
        return !offer.staff().isEmpty()
                && places.staff(offer.place()).stream()
                        .noneMatch(staff -> offer.staff().contains(staff.id()));
    }
}
