package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A resident moved an order to another time.
 *
 * @param from when it began before
 */
public record OrderMoved(UUID subject, UUID place, UUID offer, String from) implements Event {}
