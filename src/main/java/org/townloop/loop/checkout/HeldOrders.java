package org.townloop.loop.checkout;

import java.util.List;
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
        insert(List.of(order));
    }

    void insert(List<Order> held) {
        orders.insert(held);
        events.append(held.stream().map(HeldOrders::event).toList());
    }

    private static OrderHeld event(Order order) {
        return new OrderHeld(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode());
    }

    /** What costs nothing, or is paid at the shop, need not wait for a payment. */
    Order settled(Order order) {
        return settled(List.of(order)).getFirst();
    }

    /** The same of many, by one statement a table. */
    List<Order> settled(List<Order> held) {
        var free = held.stream().filter(HeldOrders::isFree).toList();
        if (free.isEmpty()) {
            return held;
        }
        payments.fulfilWithoutPayment(free);
        var paid = orders.get(free.stream().map(Order::id).toList());
        return held.stream().map(order -> paid.getOrDefault(order.id(), order)).toList();
    }

    private static boolean isFree(Order order) {
        return order.total().isZero() || order.pays() == Pays.SHOP;
    }
}
