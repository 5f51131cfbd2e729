package org.townloop.supply.booking;

import java.time.Duration;
import java.util.List;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Offer;

/**
 * Several services of one place that somebody wants to have at one appointment.
 *
 * @param services {@value #LEAST} to {@value #MOST} different ones
 * @param inOrder whether none may begin before the one that stands before it
 */
public record Combination(List<Offer> services, boolean inOrder) {

    public static final int LEAST = 2;
    public static final int MOST = 5;

    /**
     * How long somebody waits between two services at most; where the trade's starts lie further apart, until the next of
     * them.
     */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    public Combination {
        services = List.copyOf(services);
    }

    /** Whether it can be one of several services: booked at a time at the place, and without anything to choose in it. */
    public static boolean takes(Offer offer) {
        return offer.active()
                && offer.arrangement() instanceof Appointment
                && offer.menu().courses().isEmpty();
    }

    /** Whether somebody may have it while they have another service. */
    public static boolean isAlongside(Offer offer) {
        return offer.arrangement() instanceof Appointment(var alongside) && alongside;
    }
}
