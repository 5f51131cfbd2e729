package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.WalkIn;

/**
 * A free time of an offer; for a walk-in a day that is not full.
 *
 * @param start for a walk-in the beginning of the day
 * @param end when the resident leaves; for a walk-in the end of its window
 * @param left how many can come at that time, at least 1
 * @param price for one
 * @param gathering of a session that needs people what was promised of it; else null
 */
public record Slot(
        Instant start,
        Instant end,
        int left,
        Money price,
        @Nullable Gathering gathering) {

    Slot(Instant start, Instant end, int left, Money price) {
        this(start, end, left, price, null);
    }

    static Slot onDay(Offer offer, WalkIn walkIn, LocalDate day, ZoneId zone, int left) {
        return new Slot(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(walkIn.windowDays()).atStartOfDay(zone).toInstant(),
                left,
                offer.price());
    }
}
