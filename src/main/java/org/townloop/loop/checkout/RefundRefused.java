package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * A gateway would not pay back something of an order: it is owed.
 *
 * @param subject the order
 */
public record RefundRefused(UUID subject, UUID place, long refundMinor, String currency) implements Event {}
