package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.booking.Route.Insertion;
import org.townloop.supply.booking.Teams.Team;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;

/** Who would go out for something, and when they would be at the door: the same answer for holds and for whoever looks. */
record Outings(Routes routes, Cars cars, Travel travel, Instant now) {

    /** Empty if nobody can be at the door within the window of the offer that begins then. */
    Optional<Team> best(Offer offer, Roster roster, Leg leg, Instant start) {
        return offer.arrangement() instanceof HomeVisit visit
                ? teams(offer, roster, offer.occupied(), visit.team(), now).best(start, visit.window(), leg)
                : first(offer, roster, leg, start, ride(offer).window());
    }

    /** Of a ride: the first who can be at the door, from that start on and within that time. */
    Optional<Team> first(Offer offer, Roster roster, Leg leg, Instant start, Duration within) {
        var occupied = offer.occupied().plus(Drive.of(travel, leg).time());
        return teams(offer, roster, occupied, 1, now.plus(ride(offer).notice())).first(start, within, leg);
    }

    /** What somebody drives for a ride; empty if there is nothing for it. */
    Optional<Subject> vehicle(Offer offer, Roster roster, Insertion outing) {
        return cars.of(outing, vehicles(offer, roster), roster.timeline());
    }

    /** What is large enough; of what nobody said how large it is, it is thought to be. */
    static List<Subject> vehicles(Offer offer, Roster roster) {
        var seats = ride(offer).seats();
        return roster.resourcesFor(offer).stream()
                .filter(vehicle -> vehicle.seats() == 0 || vehicle.seats() >= seats)
                .toList();
    }

    private Teams teams(Offer offer, Roster roster, Duration occupied, int size, Instant told) {
        var able = roster.staffFor(offer).stream()
                .map(person -> routes.of(person.id()))
                .toList();
        return new Teams(
                able,
                offer.bufferBefore(),
                occupied,
                size,
                told,
                member -> !(offer.arrangement() instanceof Ride)
                        || vehicle(offer, roster, member).isPresent());
    }

    private static Ride ride(Offer offer) {
        if (offer.arrangement() instanceof Ride ride) {
            return ride;
        }
        throw new IllegalStateException("no ride: " + offer.id());
    }
}
