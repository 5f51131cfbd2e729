package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * What is in the basket and not held yet.
 *
 * @param refusal why all of it could not be had, or null
 * @param key what makes a booking that is sent twice one
 * @param sums of what can be had; null if nothing can
 * @param ready whether all of it can be had, as far as is known
 */
record BasketView(
        Page page,
        @Nullable String refusal,
        String key,
        List<Item> items,
        @Nullable Sums sums,
        boolean ready) {

    /**
     * One thing.
     *
     * @param number its place in the basket, from 0
     * @param problem why it cannot be had so, or null
     * @param nearest other times of that day that are free
     */
    record Item(
            int number,
            String title,
            String place,
            String when,
            String href,
            @Nullable String price,
            @Nullable String problem,
            List<Time> nearest) {}

    /** A free time. */
    record Time(String label, String value) {}
}
