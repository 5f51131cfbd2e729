package org.townloop.loop.ordering;

import java.time.Instant;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.PlaceId;

/**
 * A paid order was called off.
 *
 * @param refund what goes back, by the policy sold and the time at which it was called off
 * @param mark counters that know of it have come past this mark of the place
 * @param waitsUntil then it is completed, whether they have or not
 */
public record Cancellation(
        OrderId order,
        PlaceId place,
        Instant requestedAt,
        Money refund,
        CancellationCause cause,
        long mark,
        Instant waitsUntil,
        CancellationState state) {

    /** The same of which another amount goes back. */
    public Cancellation refunding(Money other) {
        return new Cancellation(order, place, requestedAt, other, cause, mark, waitsUntil, state);
    }
}
