package org.townloop.launch.demo;

import org.townloop.base.kernel.Money;

/** What of a payment went back when it was called off, and what was kept. */
record KeptShare(Trades trades) {

    Money refunded(Booking booking) {
        return trades.mode(booking).cancellation().refund(booking.price(), booking.start(), booking.doneAt());
    }

    Money kept(Booking booking) {
        return booking.price().minus(refunded(booking));
    }
}
