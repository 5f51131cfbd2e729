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
    private static final int PARTY_MAX = 20;
    private static final int LONGER_MAX = 240;
    private static final int STEP = 5;

    @Nullable
    Refusal refusal(Arrangement arrangement) {
        if (!arrangement.isOf(mode)) {
            return Refusal.of(OfferReason.MODE_OF_OTHER_TRADE, "mode");
        }
        return switch (arrangement) {
            case WalkIn walkIn -> refusal(walkIn);
            case Session session -> SessionRules.refusal(session);
            case Table table -> refusal(table);
            case Appointment _, Stay _, HomeVisit _ -> null;
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

    private static @Nullable Refusal refusal(Table table) {
        if (table.fewest() < 1 || table.most() < table.fewest() || table.most() > PARTY_MAX) {
            return Refusal.of(OfferReason.PARTY_INVALID, "most", Map.of("max", PARTY_MAX));
        }
        var longer = table.longerMinutes();
        return table.largeFrom() < 1 || longer < 0 || longer > LONGER_MAX || longer % STEP != 0
                ? Refusal.of(OfferReason.LARGE_PARTY_INVALID, "largeFrom", Map.of("max", LONGER_MAX))
                : null;
    }

    private boolean wasOver(LocalDate last) {
        return before instanceof WalkIn walkIn && last.equals(walkIn.lastSaleDay());
    }
}
