package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nights to choose: a month of them with their prices, two fields for the days, and what the chosen ones cost.
 *
 * @param month its name
 * @param before how many cells of the first week belong to the month before
 * @param arrival the day that was chosen, as a form has it; empty for none
 * @param departure the same; empty for none
 * @param first the first day that can be typed
 * @param last the last one
 * @param rooms how many were asked for
 * @param mostRooms how many can be asked for at once
 * @param mostGuests how many so many rooms sleep at most
 * @param rules when one comes and goes, and for how long, a sentence each
 * @param problem why the chosen nights cannot be had, or null
 * @param quote what they cost, or null
 * @param earlier the month before, or null
 * @param later the month after, or null
 */
record StayChoice(
        String month,
        List<String> weekdays,
        int before,
        List<Cell> cells,
        String arrival,
        String departure,
        String first,
        String last,
        int rooms,
        int mostRooms,
        int guests,
        int mostGuests,
        List<String> rules,
        @Nullable String problem,
        @Nullable Quote quote,
        @Nullable String earlier,
        @Nullable String later) {

    /**
     * A day of the month and the night after it.
     *
     * @param price of the night; null if it cannot be had
     * @param href chooses the day; null if it cannot be chosen
     * @param words all of it for who cannot see it
     */
    record Cell(
            String day, @Nullable String price, @Nullable String href, String words, boolean full, boolean chosen) {

        /** How it looks, as classes of style. */
        String look() {
            return "night" + (href == null ? " none" : "") + (full ? " full" : "") + (chosen ? " chosen" : "");
        }
    }

    /**
     * What the chosen nights cost.
     *
     * @param deposit what of it is paid when booking and what at the place; null if all of it when booking
     */
    record Quote(
            String start,
            String end,
            String when,
            List<Line> nights,
            @Nullable String each,
            String total,
            @Nullable String deposit) {}

    /** A night and its price. */
    record Line(String night, String price) {}
}
