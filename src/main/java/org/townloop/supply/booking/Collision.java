package org.townloop.supply.booking;

import java.util.UUID;
import org.townloop.supply.merchant.TimeSpan;

/**
 * A booking at a time at which whoever is booked is busy elsewhere.
 *
 * @param order or of a session, which many come to, its offer
 * @param isSession whether it is a session
 */
public record Collision(UUID order, UUID subject, TimeSpan during, boolean isSession) {}
