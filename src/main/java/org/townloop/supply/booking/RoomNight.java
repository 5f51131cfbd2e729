package org.townloop.supply.booking;

import java.time.LocalDate;

/**
 * A night of a type of room, as its house sees it.
 *
 * @param date of the day on which it begins
 * @param rooms how many there are
 * @param sold to guests, holds included
 * @param closed taken out of sale by the house
 */
public record RoomNight(LocalDate date, int rooms, int sold, int closed) {

    /** How many can still be sold without selling one twice. */
    public int left() {
        return Math.max(0, rooms - sold - closed);
    }

    /** How many are sold or closed that there are not. */
    public int missing() {
        return Math.max(0, sold + closed - rooms);
    }
}
