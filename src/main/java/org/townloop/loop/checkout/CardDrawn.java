package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * Staff took something of a card for a guest who stood there.
 *
 * @param subject the draw
 */
public record CardDrawn(UUID subject, UUID card, UUID place, long minor, String currency) implements Event {}
