package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** An order was called off, but a counter had redeemed it before it knew: it stands. */
public record CancellationFellAway(UUID subject, UUID place) implements Event {}
