package org.townloop.supply.offer;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * An offer was written, changed or withdrawn.
 *
 * @param subject the offer
 * @param place where it is had
 */
public record OfferChanged(UUID subject, UUID place) implements Event {}
