package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Release;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.Bookings;

/** Closes an order that was called off: its money goes where the policy says, its time is free again. */
@Component
class CompletedCancellations {

    private final Orders orders;
    private final Bookings bookings;
    private final CouponUses coupons;
    private final MoneyBack moneyBack;
    private final PayersParts payersParts;
    private final Ledger ledger;
    private final EventLog events;
    private final Clock clock;

    CompletedCancellations(
            Orders orders,
            Bookings bookings,
            CouponUses coupons,
            MoneyBack moneyBack,
            PayersParts payersParts,
            Ledger ledger,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.bookings = bookings;
        this.coupons = coupons;
        this.moneyBack = moneyBack;
        this.payersParts = payersParts;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** A hold that was not paid, or paid at the shop: no money of it is in the books. */
    Outcome<OrderId> free(Order order) {
        var nothing = Money.zero(order.total().currency());
        return cancelled(order, nothing, nothing);
    }

    /** A paid order: of what nobody had of it, some goes back and the merchant is paid the rest. */
    Outcome<OrderId> close(Order order, Unused unused, Money refund, CancellationCause cause) {
        if (order.pays() == Pays.SHOP) {
            return unused.isAll() ? free(order) : settled(order);
        }
        var kept = unused.worth().minus(refund);
        var isBack = false;
        var toPayer = payersParts.of(order, refund);
        var keptOfPayer = payersParts.of(order, unused.worth()).minus(toPayer);
        if (refund.isPositive()) {
            var why = "cancellation of " + order.id().value();
            switch (moneyBack.promise(order, Pockets.held(refund), cause.code(), why)) {
                case Outcome.Refused<Boolean>(var refusal) -> {
                    return Outcome.refused(refusal);
                }
                case Outcome.Done<Boolean>(var byGateway) -> isBack = !byGateway;
            }
        }
        if (kept.isPositive()) {
            ledger.release(new Release(
                    order.id().value(),
                    kept,
                    order.merchant().value(),
                    order.terms().shares(),
                    "cancellation fee of " + order.id().value(),
                    clock.instant()));
        }
        if (!unused.isAll()) {
            return settled(order);
        }
        var cancelled = cancelled(order, toPayer, keptOfPayer);
        if (isBack) {
            orders.become(OrderState.REFUNDED, order.id(), clock.instant()); // the cards have it already
        }
        return cancelled;
    }

    /** Somebody was there: it stays an order that was had, and its time, which is over, stays taken. */
    private Outcome<OrderId> settled(Order order) {
        orders.become(OrderState.FULFILLED, order.id(), clock.instant());
        orders.become(OrderState.SETTLED, order.id(), clock.instant());
        events.append(new OrderSettled(
                order.id().value(),
                order.place().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode()));
        return Outcome.done(order.id());
    }

    private Outcome<OrderId> cancelled(Order order, Money refund, Money kept) {
        orders.become(OrderState.CANCELLED, order.id(), clock.instant());
        bookings.release(List.of(order.id().value()));
        if (order.hasCoupon()) {
            coupons.free(List.of(order.id().value()));
        }
        events.append(new OrderCancelled(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                refund.minor(),
                kept.minor(),
                order.total().currency().getCurrencyCode()));
        return Outcome.done(order.id());
    }
}
