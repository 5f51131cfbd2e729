package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;

/**
 * What rides cost, for ways as they are known now.
 *
 * @param zone of the place: its night is meant
 */
record Fares(Travel travel, ZoneId zone) {

    Money of(Offer offer, Ride ride, Leg leg, Instant start) {
        var way = Drive.of(travel, leg);
        return ride.fare().of(offer.price(), way.metres(), way.time(), LocalTime.ofInstant(start, zone));
    }
}
