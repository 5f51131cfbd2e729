package org.townloop.supply.booking;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * It was decided whether a session takes place.
 *
 * @param subject the offer
 * @param start of the session, an instant
 * @param state CONFIRMED or CALLED_OFF
 */
public record SessionDecided(UUID subject, UUID place, String start, SessionState state, int booked, int fewest)
        implements Event {}
