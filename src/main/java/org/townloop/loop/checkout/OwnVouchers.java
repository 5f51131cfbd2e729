package org.townloop.loop.checkout;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;

/** What a resident shows for an order; whoever has just paid looks for it over and over. */
@Component
public class OwnVouchers {

    private final Orders orders;
    private final Vouchers vouchers;
    private final Gate gate;

    OwnVouchers(Orders orders, Vouchers vouchers, Gate gate) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.gate = gate;
    }

    /**
     * None of what is not paid yet, or is opened online: nobody scans that.
     *
     * @throws Absent if there is no such order, or it is another's
     */
    public List<Voucher> of(Actor actor, OrderId id) {
        var order = orders.head(id);
        gate.require(actor, Right.OWN, Scope.person(order.resident()));
        return order.mayShowVouchers() ? vouchers.of(id) : List.of();
    }
}
