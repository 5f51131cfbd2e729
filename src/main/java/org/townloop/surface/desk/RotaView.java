package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;

/**
 * The rota of a place.
 *
 * @param text the rota as lines, or what was typed
 * @param faults of the text, none of it was taken then
 * @param checked what the text comes to, for each who stands in it; none if it was not checked, or has faults
 * @param done what was just done, in words; null if nothing was
 * @param hasRota whether there is one from today on
 */
record RotaView(
        Desk desk,
        String text,
        List<Refusal> faults,
        List<Person> checked,
        @Nullable String done,
        boolean hasRota,
        List<BookedOutside.Row> outside) {

    /**
     * @param shifts how many
     * @param hours how long they are together
     * @param daysOff of the days from the first to the last
     */
    record Person(String name, String days, int shifts, String hours, int daysOff) {}
}
