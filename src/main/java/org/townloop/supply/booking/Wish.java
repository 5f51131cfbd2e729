package org.townloop.supply.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Site;

/**
 * What is asked of the calendar.
 *
 * @param start when the resident comes, or the window begins in which somebody comes to them; buffers lie around it. For a
 *     walk-in the beginning of the day, for a stay the time of check-in
 * @param end when a stay ends; null where the offer itself says how long it takes
 * @param quantity how many: people of a class or party, rooms, units of a day; at least 1
 * @param site where it is to be done; null for at the place
 * @param guests how many people come, where that is something else than the quantity; null if nobody said
 */
public record Wish(
        Instant start,
        @Nullable Instant end,
        int quantity,
        @Nullable Site site,
        @Nullable Integer guests) {

    public Wish {
        if (quantity < 1) {
            throw new IllegalArgumentException("a quantity is at least 1, not " + quantity);
        }
    }

    /** By whoever comes. */
    public Wish(Instant start, @Nullable Instant end, int quantity, @Nullable Site site) {
        this(start, end, quantity, site, null);
    }

    /** At the place, for as long as the offer takes. */
    public static Wish at(Instant start, int quantity) {
        return new Wish(start, null, quantity, null);
    }
}
