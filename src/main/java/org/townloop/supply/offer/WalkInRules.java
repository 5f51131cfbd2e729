package org.townloop.supply.offer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.pack.BookingMode;

/** Whether an offer is had as its trade has it. */
record WalkInRules(BookingMode mode) {

    private static final int CAPACITY_MAX = 10_000;
    private static final int BLOCKED_MAX = 366;

    @Nullable
    Refusal refusal(@Nullable WalkIn walkIn) {
        return switch (mode) {
            case BookingMode.Appointment _ ->
                walkIn == null ? null : Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "walkIn");
            case BookingMode.WalkIn(var mostDays) ->
                walkIn == null ? Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "walkIn") : refusal(walkIn, mostDays);
        };
    }

    private static @Nullable Refusal refusal(WalkIn walkIn, int mostDays) {
        if (walkIn.dailyCapacity() < 1 || walkIn.dailyCapacity() > CAPACITY_MAX) {
            return Refusal.of(OfferReason.CAPACITY_INVALID, "dailyCapacity", Map.of("max", CAPACITY_MAX));
        }
        if (walkIn.windowDays() < 1 || walkIn.windowDays() > mostDays) {
            return Refusal.of(OfferReason.WINDOW_INVALID, "windowDays", Map.of("max", mostDays));
        }
        return walkIn.blockedDays().size() > BLOCKED_MAX
                ? Refusal.of(OfferReason.BLOCKED_TOO_MANY, "blockedDays", Map.of("max", BLOCKED_MAX))
                : null;
    }
}
