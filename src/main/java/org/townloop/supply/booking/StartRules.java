package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Table;

/**
 * Which starts can be asked for at all, whoever is free.
 *
 * @param gridMinutes the pack's grid of starts
 */
record StartRules(Roster roster, Travel travel, int gridMinutes, Instant now) {

    private static final String FIELD = "slotStart";

    @Nullable
    Refusal refusal(HoldRequest request) {
        if (!request.offer().active()) {
            return Refusal.of(BookingReason.OFFER_NOT_SOLD, "offerId");
        }
        if (!request.start().isAfter(now)) {
            return Refusal.of(BookingReason.START_PAST, FIELD);
        }
        if (request.offer().arrangement() instanceof Table table && !table.takes(request.quantity())) {
            return Refusal.of(BookingReason.PARTY_SIZE, "quantity", Map.of("min", table.fewest(), "max", table.most()));
        }
        var grid = grid(request);
        if (!isOnGrid(request.start(), grid)) {
            return Refusal.of(BookingReason.START_OFF_GRID, FIELD, Map.of("minutes", grid));
        }
        var timeline = roster.timeline();
        var during = request.during();
        var visit = request.homeVisit();
        if (visit != null && !during.end().isAfter(timeline.span().end())) {
            return new VisitRules(roster).refusal(request, visit);
        }
        var ride = request.ride();
        if (ride != null
                && !request.start().plus(ride.window()).isAfter(timeline.span().end())) {
            return new TripRules(roster, travel).refusal(request, ride);
        }
        if (during.end().isAfter(timeline.span().end())) {
            return Refusal.of(BookingReason.START_TOO_FAR, FIELD, Map.of("days", Timeline.DAYS));
        }
        return timeline.covers(during)
                        && Bits.all(roster.open(), timeline.floor(during.start()), timeline.ceil(during.end()))
                ? null
                : Refusal.of(BookingReason.NOT_OPEN, FIELD);
    }

    /** A ride that begins soon begins as soon as it can. */
    private int grid(HoldRequest request) {
        var isSoon = request.ride() != null && !request.start().isAfter(now.plus(Ride.SOON));
        return isSoon ? (int) Timeline.MARK.toMinutes() : gridMinutes;
    }

    private boolean isOnGrid(Instant start, int gridMinutes) {
        var local = start.atZone(roster.timeline().zone());
        return local.getMinute() % gridMinutes == 0 && local.getSecond() == 0 && local.getNano() == 0;
    }
}
