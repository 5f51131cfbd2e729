package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Ride;

/**
 * What a ride costs that begins then.
 *
 * @param metres of the way
 * @param time it takes, whole minutes
 */
public record RideQuote(Instant start, Money fare, long metres, Duration time) {

    /** Until they are there at the latest. */
    public Slot asSlot(Ride ride) {
        return new Slot(start, start.plus(ride.window()).plus(time), ride.seats(), fare);
    }
}
