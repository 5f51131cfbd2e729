package org.townloop.supply.booking;

import java.time.Duration;

/**
 * The way of a ride.
 *
 * @param metres along it
 * @param time whole minutes, at least one
 */
record Drive(long metres, Duration time) {

    private static final Duration LEAST = Duration.ofMinutes(1);

    /** As it is known now; of a leg without ends there is none. */
    static Drive of(Travel travel, Leg leg) {
        var from = leg.from();
        var to = leg.to();
        if (from == null || to == null) {
            return new Drive(0, LEAST);
        }
        var time = travel.between(from, to);
        return new Drive(travel.metres(from, to), time.compareTo(LEAST) < 0 ? LEAST : time);
    }
}
