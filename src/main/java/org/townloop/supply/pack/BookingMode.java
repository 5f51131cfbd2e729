package org.townloop.supply.pack;

/** How something of a trade is booked. */
public sealed interface BookingMode {

    /** At a time, with the people and things that are free then. */
    record Appointment() implements BookingMode {}

    /**
     * On a day of one's choice, or within some days from it: who holds a voucher walks in.
     *
     * @param mostWindowDays how many days an offer may be good for at most, the chosen one included
     */
    record WalkIn(int mostWindowDays) implements BookingMode {}

    BookingMode APPOINTMENT = new Appointment();

    default boolean isWalkIn() {
        return this instanceof WalkIn;
    }
}
