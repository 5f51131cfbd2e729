package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * An order was settled without a guest; the rest of its money is on its way back, or waits for the counters.
 *
 * @param missedAt from when on the place need not wait
 * @param refundMinor what goes back
 */
public record NobodyCame(UUID subject, UUID place, UUID offer, String missedAt, long refundMinor, String currency)
        implements Event {}
