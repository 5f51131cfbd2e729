package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** An order was called off; the refund is on its way. */
public record OrderCancelled(UUID subject, UUID place, UUID offer, long refundMinor, long keptMinor, String currency)
        implements Event {}
