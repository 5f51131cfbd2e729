package org.townloop.loop.checkout;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.ledger.ChargebackBook;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.payment.RefusedRefunds;

/** The resident has what was promised back, by whatever way: it is booked, and the order is over when all of it is there. */
@Component
class PaidBack {

    private final Orders orders;
    private final Refunds refunds;
    private final RefusedRefunds refused;
    private final Ledger ledger;
    private final ChargebackBook chargebacks;
    private final EventLog events;
    private final Clock clock;

    PaidBack(
            Orders orders,
            Refunds refunds,
            RefusedRefunds refused,
            Ledger ledger,
            ChargebackBook chargebacks,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.refused = refused;
        this.ledger = ledger;
        this.chargebacks = chargebacks;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void byGateway(Refund refund) {
        var order = orders.lock(new OrderId(refund.order()));
        ledger.refundPaid(refund.order(), refund.amount(), cause(refund));
        close(order);
        tell(order, refund, false);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void otherwise(Refund refund) {
        var order = orders.lock(new OrderId(refund.order()));
        ledger.refundPaidOtherwise(refund.order(), refund.amount(), cause(refund));
        close(order);
        tell(order, refund, true);
    }

    /** What of these payments was promised, refused, and is their payer's by a chargeback, is owed no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void byChargeback(IntentId intent) {
        for (var refund : refused.settleChargedBack(intent)) {
            var order = orders.lock(new OrderId(refund.order()));
            chargebacks.refundHad(refund.order(), refund.amount(), cause(refund));
            close(order);
        }
    }

    /** All that was promised is with the resident, in however many parts and attempts. */
    private void close(Order order) {
        if (order.state().canBecome(OrderState.REFUNDED)
                && refunds.of(order.id().value()).stream()
                        .noneMatch(each -> each.state().isOwed())) {
            orders.become(OrderState.REFUNDED, order.id(), clock.instant());
        }
    }

    private void tell(Order order, Refund refund, boolean otherwise) {
        events.append(new OrderRefunded(
                order.id().value(),
                order.place().value(),
                refund.amount().minor(),
                refund.amount().currency().getCurrencyCode(),
                otherwise));
    }

    private static String cause(Refund refund) {
        return "refund " + refund.id().value();
    }
}
