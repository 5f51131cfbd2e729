package org.townloop.supply.offer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.pack.BookingMode;

/** Whether an offer is had as a mode of its pack has it. */
record ArrangementRules(BookingMode mode) {

    private static final int CAPACITY_MAX = 10_000;
    private static final int BLOCKED_MAX = 366;

    @Nullable
    Refusal refusal(Arrangement arrangement) {
        if (!arrangement.isOf(mode)) {
            return Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "mode");
        }
        return switch (arrangement) {
            case WalkIn walkIn -> refusal(walkIn);
            case Appointment _, Session _, Table _, Stay _, HomeVisit _ -> null;
        };
    }

    private @Nullable Refusal refusal(WalkIn walkIn) {
        if (walkIn.dailyCapacity() < 1 || walkIn.dailyCapacity() > CAPACITY_MAX) {
            return Refusal.of(OfferReason.CAPACITY_INVALID, "dailyCapacity", Map.of("max", CAPACITY_MAX));
        }
        var mostDays = mode instanceof BookingMode.WalkIn(var days) ? days : 1;
        if (walkIn.windowDays() < 1 || walkIn.windowDays() > mostDays) {
            return Refusal.of(OfferReason.WINDOW_INVALID, "windowDays", Map.of("max", mostDays));
        }
        return walkIn.blockedDays().size() > BLOCKED_MAX
                ? Refusal.of(OfferReason.BLOCKED_TOO_MANY, "blockedDays", Map.of("max", BLOCKED_MAX))
                : null;
    }
}
