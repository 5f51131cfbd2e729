package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.ledger.Capture;
import org.townloop.loop.ledger.Ledger;
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
    private final CouponUses coupons;
    private final Ledger ledger;
    private final EventLog events;

    PaidOrders(
            Orders orders,
            Issuance issuance,
            Vouchers vouchers,
            IssuedCards issuedCards,
            CouponUses coupons,
            Ledger ledger,
            EventLog events) {
        this.orders = orders;
        this.issuance = issuance;
        this.vouchers = vouchers;
        this.issuedCards = issuedCards;
        this.coupons = coupons;
        this.ledger = ledger;
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
        var couponed = paid.stream()
                .filter(Order::hasCoupon)
                .map(order -> order.id().value())
                .toList();
        if (!couponed.isEmpty()) {
            coupons.paid(couponed);
            ledger.coupons(paid.stream()
                    .filter(order -> order.coupon().isPositive())
                    .map(PaidOrders::coupon)
                    .toList());
        }
        var cards = paid.stream().filter(order -> order.pays() == Pays.STORED).toList();
        var had = paid.stream().filter(order -> order.pays() != Pays.STORED).toList();
        vouchers.issue(issuance.of(had, sold, now), now);
        events.append(had.stream().map(PaidOrders::event).toList());
        issuedCards.write(cards, sold, now);
    }

    private static Capture coupon(Order order) {
        return new Capture(
                order.id().value(), order.coupon(), "coupon of " + order.id().value());
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
