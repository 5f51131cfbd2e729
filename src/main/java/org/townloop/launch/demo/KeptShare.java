package org.townloop.launch.demo;

import org.townloop.base.kernel.Money;

/** What of a payment went back when it was called off, and what was kept. */
record KeptShare(Trades trades) {

    Money refunded(Booking booking) {
        return booking.paid().minus(kept(booking));
    }

    Money kept(Booking booking) {
        var back = trades.mode(booking).cancellation().refund(booking.price(), booking.start(), booking.doneAt());
        var kept = booking.price().minus(back);
        return kept.minor() < booking.paid().minor() ? kept : booking.paid();
    }
}
