package org.townloop.supply.offer;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.pack.BookingMode;

/**
 * Whether an offer is had as a mode of its pack has it.
 *
 * @param today by the place's clock
 * @param before how it was had so far, or null: a sale that is over may stay so
 */
record ArrangementRules(
        BookingMode mode, LocalDate today, @Nullable Arrangement before) {

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
        var last = walkIn.lastSaleDay();
        if (last != null && last.isBefore(today) && !wasOver(last)) {
            return Refusal.of(OfferReason.LAST_SALE_DAY_PAST, "lastSaleDay");
        }
        return walkIn.blockedDays().size() > BLOCKED_MAX
                ? Refusal.of(OfferReason.BLOCKED_TOO_MANY, "blockedDays", Map.of("max", BLOCKED_MAX))
                : null;
    }

    private boolean wasOver(LocalDate last) {
        return before instanceof WalkIn walkIn && last.equals(walkIn.lastSaleDay());
    }
}
