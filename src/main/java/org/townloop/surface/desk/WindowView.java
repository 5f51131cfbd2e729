package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window of a place: what is to be packed for it, and where it goes.
 *
 * @param day and the hours of that day, as they stand in the heading
 * @param start as it stands in addresses
 * @param totals of all orders that are not packed yet, by article
 * @param round in the order in which one goes
 * @param ready how many that are to be brought are packed and not on their way
 */
record WindowView(
        Desk desk,
        String title,
        String day,
        String hours,
        String start,
        @Nullable String refusal,
        List<Total> totals,
        List<Parcel> round,
        List<Parcel> fetched,
        List<Parcel> off,
        int ready) {

    record Total(String title, int count) {}

    /**
     * An order.
     *
     * @param map what opens a map at the door; null if there is none
     * @param href where it is packed
     * @param tone of its state
     */
    record Parcel(
            String who,
            String address,
            @Nullable String map,
            String phone,
            int articles,
            String amount,
            String state,
            String tone,
            String href) {}
}
