package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.Event;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Order;

/**
 * An order was settled without a guest; the rest of its money is on its way back, or waits for the counters.
 *
 * @param missedAt from when on the place need not wait
 * @param refundMinor what goes back
 */
public record NobodyCame(UUID subject, UUID place, UUID offer, String missedAt, long refundMinor, String currency)
        implements Event {

    static NobodyCame of(Order order, Instant missedAt, Money refund) {
        return new NobodyCame(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                missedAt.toString(),
                refund.minor(),
                refund.currency().getCurrencyCode());
    }
}
