package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Release;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentState;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.Bookings;

/** Calls an order off, by the policy it was sold under. */
@Component
class Cancellations {

    private final Orders orders;
    private final Bookings bookings;
    private final Intents intents;
    private final Refunds refunds;
    private final Ledger ledger;
    private final Vouchers vouchers;
    private final EventLog events;
    private final Clock clock;

    Cancellations(
            Orders orders,
            Bookings bookings,
            Intents intents,
            Refunds refunds,
            Ledger ledger,
            Vouchers vouchers,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.bookings = bookings;
        this.intents = intents;
        this.refunds = refunds;
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.events = events;
        this.clock = clock;
    }

    /** What the resident would get back now. */
    Money refundNow(Order order) {
        if (order.state() != OrderState.PAID) {
            return Money.zero(order.total().currency());
        }
        var start = order.startsAt();
        return start == null
                ? order.total()
                : order.terms().cancellation().refund(order.total(), start, clock.instant());
    }

    /** In the caller's transaction, on an order that it has locked. */
    Outcome<OrderId> cancel(Order order) {
        return switch (order.state()) {
            case HELD ->
                close(
                        order,
                        Money.zero(order.total().currency()),
                        Money.zero(order.total().currency()));
            case PAID -> cancelPaid(order);
            case FULFILLED, SETTLED, DISPUTED -> Outcome.refused(CheckoutReason.ALREADY_USED);
            case CANCELLED, EXPIRED, REFUNDED -> Outcome.refused(CheckoutReason.ALREADY_CLOSED);
        };
    }

    private Outcome<OrderId> cancelPaid(Order order) {
        var units = vouchers.of(order.id());
        if (units.stream().anyMatch(unit -> unit.state() == VoucherState.REDEEMED)) {
            return Outcome.refused(CheckoutReason.ALREADY_USED);
        }
        var refund = refundNow(order);
        var kept = order.total().minus(refund);
        if (refund.isPositive()
                && refunds.request(paidBy(order).id(), refund, "cancelled by the resident")
                        instanceof Outcome.Refused<Refund>(var refusal)) {
            return Outcome.refused(refusal);
        }
        if (refund.isPositive()) {
            ledger.refund(
                    order.id().value(), refund, "cancellation of " + order.id().value());
        }
        vouchers.revoke(order.id());
        if (kept.isPositive()) {
            ledger.release(new Release(
                    order.id().value(),
                    kept,
                    order.merchant().value(),
                    order.terms().shares(),
                    "cancellation fee of " + order.id().value(),
                    clock.instant()));
        }
        return close(order, refund, kept);
    }

    private Outcome<OrderId> close(Order order, Money refund, Money kept) {
        orders.become(OrderState.CANCELLED, order.id(), clock.instant());
        bookings.release(List.of(order.id().value()));
        events.append(new OrderCancelled(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                refund.minor(),
                kept.minor(),
                order.total().currency().getCurrencyCode()));
        return Outcome.done(order.id());
    }

    private Intent paidBy(Order order) {
        return intents.of(order.id().value()).stream()
                .filter(intent -> intent.state() == IntentState.CAPTURED)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("paid without a captured intent: " + order.id()));
    }
}
