package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.Bookings;

/** Orders that were settled because nobody came: their residents may say that it was the door that was closed. */
@Component
class MissedOrders {

    private final Cancellations cancellations;
    private final Vouchers vouchers;
    private final Bookings bookings;
    private final Clock clock;

    MissedOrders(Cancellations cancellations, Vouchers vouchers, Bookings bookings, Clock clock) {
        this.cancellations = cancellations;
        this.vouchers = vouchers;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** Whether it is closed, and by nothing else than that. */
    boolean isClosed(Order order) {
        return order.state().isOff() && is(order, CancellationState.COMPLETED);
    }

    /**
     * If its settlement still waits for counters, it falls away: whoever objects meanwhile is heard first, and if nothing
     * comes of that, it is settled again. The caller has locked the order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void reopen(Order order) {
        if (is(order, CancellationState.WAITING)) {
            var ids = List.of(order.id());
            vouchers.restore(cancellations.become(CancellationState.FALLEN_AWAY, ids, clock.instant()));
            bookings.leaving(List.of(order.id().value()), false);
        }
    }

    private boolean is(Order order, CancellationState state) {
        return cancellations
                .of(order.id())
                .filter(one -> one.state() == state && one.cause() == CancellationCause.NOBODY_CAME)
                .isPresent();
    }
}
