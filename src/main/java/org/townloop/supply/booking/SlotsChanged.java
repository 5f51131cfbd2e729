package org.townloop.supply.booking;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * Something at a place was taken, freed or booked for good.
 *
 * @param subject the place
 */
public record SlotsChanged(UUID subject) implements Event {}
