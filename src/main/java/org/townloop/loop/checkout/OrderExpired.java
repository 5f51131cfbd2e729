package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** A hold ran out unpaid. */
public record OrderExpired(UUID subject, UUID place, UUID offer) implements Event {}
