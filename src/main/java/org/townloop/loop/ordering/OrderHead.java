package org.townloop.loop.ordering;

import org.townloop.base.identity.PersonId;

/**
 * As much of an order as is needed to know whether it has something to show, read by one statement.
 *
 * @param byOpening whether nobody comes for it: it is opened on a page
 */
public record OrderHead(OrderId id, PersonId resident, OrderState state, boolean byOpening) {

    /** Whether vouchers of it may be shown: it was paid at some time, and somebody comes for it. */
    public boolean mayShowVouchers() {
        return !byOpening && state != OrderState.HELD;
    }
}
