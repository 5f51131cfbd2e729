package org.townloop.surface.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.surface.page.RequestReason;

/** Reads amounts that were sent about something: they are in the currency of its region, and say so. */
@Component
class Amounts {

    private final Regions regions;

    Amounts(Regions regions) {
        this.regions = regions;
    }

    /**
     * @param about an order, an offer, a dispute: whatever its id says the region of
     * @param field where the amount stands, so that a fault can be named
     * @return its minor units; null if there is no amount
     * @throws Refused if it is in no currency, or in another one
     * @throws Absent if there is no such region
     */
    @Nullable
    Long minor(UUID about, NewOrder.@Nullable AmountJson amount, String field) {
        if (amount == null) {
            return null;
        }
        var currency = currency(about);
        if (!currency.equals(amount.currency())) {
            throw Refused.with(
                    Refusal.of(RequestReason.CURRENCY_OTHER, field + ".currency", Map.of("currency", currency)));
        }
        return amount.minor();
    }

    /** The same; nothing if there is no amount. */
    long minorOrNothing(UUID about, NewOrder.@Nullable AmountJson amount, String field) {
        var minor = minor(about, amount, field);
        return minor == null ? 0 : minor;
    }

    /** Of an amount that was shown: by whom it is sent without its currency, it is meant in the one it was shown in. */
    void requireShown(UUID about, NewOrder.@Nullable AmountJson amount, String field) {
        if (amount != null && amount.currency() != null) {
            minor(about, amount, field);
        }
    }

    private String currency(UUID about) {
        if (!RegionId.isIn(about)) {
            throw new Absent("region of " + about);
        }
        return regions.find(RegionId.of(about))
                .orElseThrow(() -> new Absent("region of " + about))
                .currency()
                .getCurrencyCode();
    }
}
