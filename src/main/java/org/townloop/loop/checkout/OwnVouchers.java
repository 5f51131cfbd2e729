package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.loop.ordering.OrderHead;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;

/** What a resident shows for an order; whoever has just paid looks for it over and over. */
@Component
public class OwnVouchers {

    private final Orders orders;
    private final Vouchers vouchers;
    private final PaymentWatch watch;
    private final Gate gate;

    OwnVouchers(Orders orders, Vouchers vouchers, PaymentWatch watch, Gate gate) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.watch = watch;
        this.gate = gate;
    }

    /**
     * None of what is not paid yet, or is opened online: nobody scans that.
     *
     * @throws Absent if there is no such order, or it is another's
     */
    public List<Voucher> of(Actor actor, OrderId id) {
        return shown(head(actor, id));
    }

    /**
     * The same; of what is not paid yet once it is, or after so much patience.
     *
     * @throws Absent if there is no such order, or it is another's
     */
    public List<Voucher> of(Actor actor, OrderId id, Duration patience) {
        try (var look = watch.on(id)) {
            var order = head(actor, id);
            if (patience.isZero() || !order.state().awaitsPayment()) {
                return shown(order);
            }
            look.await(patience);
            return of(actor, id);
        }
    }

    private OrderHead head(Actor actor, OrderId id) {
        var order = orders.head(id);
        gate.require(actor, Right.OWN, Scope.person(order.resident()));
        return order;
    }

    private List<Voucher> shown(OrderHead order) {
        return order.mayShowVouchers() ? vouchers.of(order.id()) : List.of();
    }
}
