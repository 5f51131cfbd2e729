package org.townloop.supply.booking;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * It was decided whether a session takes place.
 *
 * @param subject the offer
 * @param start of the session
 * @param state CONFIRMED or CALLED_OFF
 */
public record SessionDecided(UUID subject, UUID place, Instant start, SessionState state, int booked, int fewest)
        implements Event {}
