package org.townloop.supply.pack;

import java.time.Duration;
import java.time.LocalTime;

/** How something of a trade is booked. */
public sealed interface BookingMode {

    /**
     * At a time, with the people and things that are free then.
     *
     * @param startEvery the grid of starts, counted from the full hour of the place's clock
     */
    record Appointment(Duration startEvery) implements BookingMode {}

    /**
     * On a day of one's choice, or within some days from it: who holds a voucher walks in.
     *
     * @param mostWindowDays how many days an offer may be good for at most, the chosen one included
     */
    record WalkIn(int mostWindowDays) implements BookingMode {}

    /** Sessions that the place has set, with so many places each: a class, a tour, a screening. */
    record Session() implements BookingMode {}

    /**
     * A table, or several put together, for a party that sits for a while.
     *
     * @param startEvery the grid of starts
     */
    record Table(Duration startEvery) implements BookingMode {}

    /**
     * Nights in a room of a type.
     *
     * @param checkIn from when on the room is ready, by the place's clock; an offer may say otherwise
     * @param checkOut until when it is left on the last day
     * @param mostNights the longest stay that can be booked
     * @param overbookingPercent how much more than there is may be sold of a night, 0 to 20
     */
    record Stay(LocalTime checkIn, LocalTime checkOut, int mostNights, int overbookingPercent) implements BookingMode {}

    /**
     * At the resident's home, by people who travel from job to job.
     *
     * @param startEvery the grid of the windows
     * @param window how long the window is in which they arrive
     */
    record HomeVisit(Duration startEvery, Duration window) implements BookingMode {}

    /**
     * From one door to another, by people who drive.
     *
     * @param startEvery the grid of starts of rides that are ordered ahead
     * @param window how long after the start they may still be picked up
     * @param notice how long before the driver sets out a ride must be ordered
     */
    record Ride(Duration startEvery, Duration window, Duration notice) implements BookingMode {}

    /**
     * Told of and not sold here: whoever is interested calls.
     *
     * @param mostDays how long an ad stands at most before it is to be renewed
     */
    record Ad(int mostDays) implements BookingMode {}

    /**
     * By a quotation that is made for each case.
     *
     * @param mostAnswerDays within how many days a place has to answer at the latest
     */
    record ByQuote(int mostAnswerDays) implements BookingMode {}

    /**
     * Delivered without anybody's coming: opened on a page once it is paid.
     *
     * @param withdrawalDays for how many days from the purchase it can be called off as long as it was not opened; then it
     *     counts as delivered
     */
    record Online(int withdrawalDays) implements BookingMode {}
    /** Goods that are brought to the resident, or fetched, within a window of the place. */
    record Delivery() implements BookingMode {}

    default boolean isWalkIn() {
        return this instanceof WalkIn;
    }
}
