package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.WalkIn;

/** Which days can be asked for at all, however many are left of them. */
record DayRules(Roster roster, Instant now) {

    private static final String FIELD = "slotStart";

    @Nullable
    Refusal refusal(Offer offer, WalkIn walkIn, Instant start) {
        var timeline = roster.timeline();
        var date = LocalDate.ofInstant(start, timeline.zone());
        if (!offer.active() || !walkIn.isSoldOn(timeline.today())) {
            return Refusal.of(BookingReason.OFFER_NOT_SOLD, "offerId");
        }
        if (!date.atStartOfDay(timeline.zone()).toInstant().equals(start)) {
            return Refusal.of(BookingReason.START_NOT_A_DAY, FIELD);
        }
        if (date.isBefore(timeline.today())) {
            return Refusal.of(BookingReason.START_PAST, FIELD);
        }
        if (walkIn.blockedDays().contains(date)) {
            return Refusal.of(BookingReason.DAY_BLOCKED, FIELD);
        }
        var day = OpenDays.of(roster).on(date);
        if (day.isEmpty()) {
            return Refusal.of(BookingReason.START_TOO_FAR, FIELD, Map.of("days", Timeline.DAYS));
        }
        return canCome(offer, day.get()) ? null : Refusal.of(BookingReason.NOT_OPEN, FIELD);
    }

    private boolean canCome(Offer offer, OpenDays.OpenDay day) {
        var first = Math.max(day.from(), roster.timeline().floor(now) + 1);
        var coming = Bits.next(OpenDays.comings(roster, offer), first);
        return coming >= 0 && coming < day.to();
    }
}
