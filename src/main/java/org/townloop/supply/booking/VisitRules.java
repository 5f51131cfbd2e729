package org.townloop.supply.booking;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.HomeVisit;

/** Which homes are come to at all, whoever is free. */
record VisitRules(Roster roster) {

    @Nullable
    Refusal refusal(HoldRequest request, HomeVisit visit) {
        var site = request.wish().site();
        if (site == null) {
            return Refusal.of(BookingReason.SITE_MISSING, "site");
        }
        if (request.quantity() > 1) {
            return Refusal.of(BookingReason.ONE_VISIT_ONLY, "quantity");
        }
        var tooFar = tooFar(visit.withinMetres(), site.point());
        if (tooFar != null) {
            return tooFar;
        }
        var mark = roster.timeline().floor(request.start());
        return Bits.all(roster.open(), mark, mark + 1) ? null : Refusal.of(BookingReason.NOT_OPEN, "slotStart");
    }

    @Nullable
    Refusal tooFar(int withinMetres, Point door) {
        var base = roster.point();
        var metres = base == null ? Double.MAX_VALUE : base.metresTo(door);
        return metres <= withinMetres
                ? null
                : Refusal.of(
                        BookingReason.SITE_TOO_FAR,
                        "site",
                        Map.of("distance", kilometresUp(metres), "max", withinMetres / 1_000.0));
    }

    /** Never less than it is: who is refused sees why. */
    static double kilometresUp(double metres) {
        return Math.min(40_000, Math.ceil(metres / 100) / 10);
    }
}
