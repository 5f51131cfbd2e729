package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;

/** What rides cost and how soon they can begin, as a hold answers it. Never within a transaction: a server may be asked. */
@Component
public class Rides {

    private final FreeTimes freeTimes;
    private final Doorsteps doorsteps;
    private final Travel travel;
    private final Clock clock;

    Rides(FreeTimes freeTimes, Doorsteps doorsteps, Travel travel, Clock clock) {
        this.freeTimes = freeTimes;
        this.doorsteps = doorsteps;
        this.travel = travel;
        this.clock = clock;
    }

    /** Why nobody drives that way, whoever is free; empty if somebody does. */
    public Optional<Refusal> undriven(Offer offer, Ride ride, Leg leg) {
        doorsteps.learnWay(leg);
        return Optional.ofNullable(new TripRules(bits(offer).roster(), travel).undriven(ride, leg));
    }

    /** The fare of a ride that begins then, and its way. */
    public RideQuote quote(Offer offer, Ride ride, Leg leg, Instant start) {
        doorsteps.learnWay(leg);
        return reckoned(offer, ride, leg, start);
    }

    /** The same by what is known now; nobody is asked. */
    RideQuote reckoned(Offer offer, Ride ride, Leg leg, Instant start) {
        var way = Drive.of(travel, leg);
        var fare = new Fares(travel, bits(offer).timeline().zone()).of(offer, ride, leg, start);
        return new RideQuote(start, fare, way.metres(), way.time());
    }

    /** When somebody can be at the door first, if that is soon; with what it costs then. */
    public Optional<RideQuote> soonest(Offer offer, Ride ride, Leg leg) {
        if (!offer.active() || undriven(offer, ride, leg).isPresent()) {
            return Optional.empty();
        }
        var bits = bits(offer);
        var now = clock.instant();
        var first = bits.timeline().at(bits.timeline().floor(now) + 1);
        var last = now.plus(Ride.SOON);
        return doorsteps
                .first(offer, bits.roster(), leg, first, Duration.between(first, last))
                .filter(start -> isOpen(bits.roster(), start))
                .map(start -> quote(offer, ride, leg, start));
    }

    private static boolean isOpen(Roster roster, Instant start) {
        var mark = roster.timeline().floor(start);
        return Bits.all(roster.open(), mark, mark + 1);
    }

    private PlaceBits bits(Offer offer) {
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        if (bits == null) {
            throw new IllegalStateException("no place of offer " + offer.id());
        }
        return bits;
    }
}
