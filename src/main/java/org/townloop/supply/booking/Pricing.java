package org.townloop.supply.booking;

import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
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

/** What one unit of a wish costs: decided here, from the offer's version at the time of the hold. */
@Component
public class Pricing {

    private final Regions regions;
    private final Travel travel;

    Pricing(Regions regions, Travel travel) {
        this.regions = regions;
        this.travel = travel;
    }

    /** For one of the quantity, without what is chosen on top; refused if it cannot be had like that at all. */
    public Outcome<Money> unit(Offer offer, Wish wish) {
        return switch (offer.arrangement()) {
            case Appointment _, WalkIn _, Session _, Table _, HomeVisit _, Online _, Article _ ->
                Outcome.done(offer.price());
            case Ad _, Stored _ -> Outcome.refused(Refusal.of(BookingReason.NOT_SOLD_HERE, "offerId"));
            case ByQuote _ -> Outcome.refused(Refusal.of(BookingReason.PRICED_BY_QUOTE, "offerId"));
            case Ride ride -> fare(offer, ride, wish);
            case Stay stay ->
                Nights.of(stay, regions.get(offer.region()).zone(), wish)
                        .map(nights -> nights.price(stay, offer.price()));
        };
    }

    /** For the way as it is known now, which was found out before. */
    private Outcome<Money> fare(Offer offer, Ride ride, Wish wish) {
        var site = wish.site();
        return site == null || site.to() == null
                ? Outcome.refused(Refusal.of(BookingReason.DESTINATION_MISSING, "destination"))
                : Outcome.done(new Fares(travel, regions.get(offer.region()).zone())
                        .of(offer, ride, Leg.of(site), wish.start()));
    }
}
