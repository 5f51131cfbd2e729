package org.townloop.loop.checkout;

import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;

/** Writes what is held. */
@Component
class HeldOrders {

    private final Orders orders;
    private final Payments payments;
    private final EventLog events;

    HeldOrders(Orders orders, Payments payments, EventLog events) {
        this.orders = orders;
        this.payments = payments;
        this.events = events;
    }

    void insert(Order order) {
        orders.insert(order);
        events.append(new OrderHeld(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode()));
    }

    /** What costs nothing, or is paid at the shop, need not wait for a payment. */
    Order settled(Order order) {
        if (order.total().isZero() || order.pays() == Pays.SHOP) {
            payments.fulfilWithoutPayment(order);
            return orders.get(order.id());
        }
        return order;
    }
}
