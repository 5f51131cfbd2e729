package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.voucher.Vouchers;

/** What comes of orders that are paid now: by one statement a table, however many. */
@Component
class PaidOrders {

    private final Orders orders;
    private final Issuance issuance;
    private final Vouchers vouchers;
    private final IssuedCards issuedCards;
    private final EventLog events;

    PaidOrders(Orders orders, Issuance issuance, Vouchers vouchers, IssuedCards issuedCards, EventLog events) {
        this.orders = orders;
        this.issuance = issuance;
        this.vouchers = vouchers;
        this.issuedCards = issuedCards;
        this.events = events;
    }

    /**
     * In the caller's transaction.
     *
     * @param paid which the caller has locked
     * @throws IllegalStateException if one of them is not any more what it was read as
     */
    void write(Collection<Order> paid, Sold sold, Instant now) {
        if (paid.isEmpty()) {
            return;
        }
        var ids = paid.stream().map(Order::id).toList();
        var changed = orders.become(OrderState.PAID, ids, now);
        if (changed.size() < ids.size()) {
            throw new IllegalStateException("a locked order changed its state: one of " + ids);
        }
        var cards = paid.stream().filter(order -> order.pays() == Pays.STORED).toList();
        var had = paid.stream().filter(order -> order.pays() != Pays.STORED).toList();
        vouchers.issue(
                had.stream()
                        .flatMap(order -> issuance.of(order, sold, now).stream())
                        .toList(),
                now);
        events.append(had.stream().map(PaidOrders::event).toList());
        issuedCards.write(cards, sold, now);
    }

    private static OrderPaid event(Order order) {
        return new OrderPaid(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode());
    }
}
