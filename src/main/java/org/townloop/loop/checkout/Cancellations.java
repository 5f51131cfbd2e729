package org.townloop.loop.checkout;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;

/** A resident calls an order off, by the policy it was sold under. */
@Component
class Cancellations {

    private final Withdrawals withdrawals;
    private final Closings closings;
    private final Clock clock;

    Cancellations(Withdrawals withdrawals, Closings closings, Clock clock) {
        this.withdrawals = withdrawals;
        this.closings = closings;
        this.clock = clock;
    }

    /** What the resident would get back now; what was paid at the shop is between the two of them. */
    Money refundNow(Order order) {
        if (order.state() != OrderState.PAID || order.pays() == Pays.SHOP) {
            return Money.zero(order.total().currency());
        }
        return order.refund(clock.instant());
    }

    /** In the caller's transaction, on an order that it has locked. */
    Outcome<OrderId> cancel(Order order) {
        return switch (order.state()) {
            case HELD -> closings.free(order);
            case PAID -> withdrawals.request(order, refundNow(order), "cancelled by the resident");
            case FULFILLED, SETTLED, DISPUTED -> Outcome.refused(CheckoutReason.ALREADY_USED);
            case CANCELLED, EXPIRED, REFUNDED -> Outcome.refused(CheckoutReason.ALREADY_CLOSED);
        };
    }
}
