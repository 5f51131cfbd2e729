package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** All of an order's money is released, or what of it was not had has gone back. */
public record OrderSettled(UUID subject, UUID place, long totalMinor, String currency) implements Event {}
