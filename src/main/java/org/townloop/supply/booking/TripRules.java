package org.townloop.supply.booking;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Ride;

/** Which rides are driven at all, whoever is free. */
record TripRules(Roster roster, Travel travel) {

    private static final double SAME_METRES = 50;

    @Nullable
    Refusal refusal(HoldRequest request, Ride ride) {
        var site = request.wish().site();
        if (site == null) {
            return Refusal.of(BookingReason.SITE_MISSING, "site");
        }
        if (site.to() == null) {
            return Refusal.of(BookingReason.DESTINATION_MISSING, "destination");
        }
        if (request.quantity() > 1) {
            return Refusal.of(BookingReason.ONE_RIDE_ONLY, "quantity");
        }
        var guests = request.wish().guests();
        if (guests != null && (guests < 1 || guests > ride.seats())) {
            return Refusal.of(BookingReason.TOO_MANY_FOR_VEHICLE, "answers.guests", Map.of("max", ride.seats()));
        }
        var undriven = undriven(ride, Leg.of(site));
        if (undriven != null) {
            return undriven;
        }
        var mark = roster.timeline().floor(request.start());
        return Bits.all(roster.open(), mark, mark + 1) ? null : Refusal.of(BookingReason.NOT_OPEN, "slotStart");
    }

    /** Why nobody drives that way at all; null if somebody does. */
    @Nullable
    Refusal undriven(Ride ride, Leg leg) {
        var from = leg.from();
        var to = leg.to();
        if (from == null || to == null || from.metresTo(to) < SAME_METRES) {
            return Refusal.of(BookingReason.SAME_PLACE, "destination");
        }
        var tooFar = new VisitRules(roster).tooFar(ride.withinMetres(), from);
        if (tooFar != null) {
            return tooFar;
        }
        var way = Drive.of(travel, leg);
        return way.metres() <= ride.mostMetres() && way.time().compareTo(Ride.LONGEST) <= 0
                ? null
                : Refusal.of(
                        BookingReason.RIDE_TOO_LONG,
                        "destination",
                        Map.of("distance", VisitRules.kilometresUp(way.metres()), "max", ride.mostMetres() / 1_000.0));
    }
}
