package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** The gateway has paid a refund back. */
public record OrderRefunded(UUID subject, UUID place, long refundMinor, String currency, boolean otherwise)
        implements Event {}
