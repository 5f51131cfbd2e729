package org.townloop.supply.offer;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an offer is had that is not booked at a time: on a chosen day, or within some days from it.
 *
 * @param dailyCapacity how many units can be had on each day, at least 1
 * @param windowDays how many days a voucher is good for, the chosen one included; the place is kept on the chosen one
 * @param lastSaleDay the last day on which it is sold, by the place's clock; null for as long as it is offered
 * @param blockedDays on which it is not to be had, and no voucher of it is taken
 */
public record WalkIn(
        int dailyCapacity, int windowDays, @Nullable LocalDate lastSaleDay, Set<LocalDate> blockedDays)
        implements Arrangement {

    public WalkIn {
        blockedDays = Set.copyOf(blockedDays);
    }

    /** As long as this is good, on the days and with the capacity of the other, whether it is still sold or not. */
    WalkIn onDaysOf(WalkIn now) {
        return new WalkIn(now.dailyCapacity, windowDays, null, now.blockedDays);
    }

    /** Whether it is still sold on that day. */
    public boolean isSoldOn(LocalDate day) {
        return lastSaleDay == null || !day.isAfter(lastSaleDay);
    }
}
