package org.townloop.launch.demo;

import org.townloop.base.kernel.Money;
import org.townloop.supply.pack.CancellationPolicy;

/** What of a payment went back when it was called off, and what was kept. */
record KeptShare(CancellationPolicy policy) {

    Money refunded(Booking booking) {
        return policy.refund(booking.price(), booking.start(), booking.doneAt());
    }

    Money kept(Booking booking) {
        return booking.price().minus(refunded(booking));
    }
}
