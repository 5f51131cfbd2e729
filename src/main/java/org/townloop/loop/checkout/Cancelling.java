package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.pack.CancellationPolicy;

/** A resident calls an order off, by the policy it was sold under. */
@Component
class Cancelling {

    private final WaitingCancellations waitingCancellations;
    private final CompletedCancellations completedCancellations;
    private final ClosedOrders closed;
    private final Deliveries deliveries;
    private final HomeJobs jobs;
    private final PayersParts payersParts;
    private final Clock clock;

    Cancelling(
            WaitingCancellations waitingCancellations,
            CompletedCancellations completedCancellations,
            ClosedOrders closed,
            Deliveries deliveries,
            HomeJobs jobs,
            PayersParts payersParts,
            Clock clock) {
        this.waitingCancellations = waitingCancellations;
        this.completedCancellations = completedCancellations;
        this.closed = closed;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.payersParts = payersParts;
        this.clock = clock;
    }

    /**
     * What the resident would get back now: all of it where the place has closed since the sale, and of goods that are
     * sold so until they are being packed, whatever the hour. What was paid at the shop is between the two of them.
     */
    private Money refundNow(Order order) {
        if (order.state() != OrderState.PAID || order.pays() == Pays.SHOP) {
            return Money.zero(order.total().currency());
        }
        var untilPacked = order.terms().cancellation().of() == CancellationPolicy.Start.PACKED;
        var left = waitingCancellations.unused(order).worth(); // some of it may have been given back before
        return untilPacked || closed.isClosed(order) || isTakenBack(order)
                ? left
                : order.refund(order.total().minus(left), clock.instant());
    }

    /** Who taps too fast loses nothing, unless somebody is on the way to them already. */
    private boolean isTakenBack(Order order) {
        if (!order.isJustPaid(clock.instant())) {
            return false;
        }
        var id = order.id().value();
        var job = jobs.of(List.of(id)).get(id);
        return job == null || job.setOutAt() == null;
    }

    /** What cancelling would do now; nothing once the order cannot be cancelled, or not any more because some was used. */
    Optional<CancelQuote> quote(Order order) {
        var open = switch (order.state()) {
            case HELD -> true;
            case PAID -> waitingCancellations.unused(order).isAll() && !isDelivered(order) && !isBeingPacked(order);
            case FULFILLED, SETTLED, DISPUTED, CANCELLED, EXPIRED, REFUNDED -> false;
        };
        return open
                ? Optional.of(new CancelQuote(payersParts.of(order, refundNow(order)), closed.isClosed(order)))
                : Optional.empty();
    }

    /** What was not opened in time counts as delivered, also as long as nobody has noted it. */
    private boolean isDelivered(Order order) {
        return order.deliveredBy().filter(end -> !clock.instant().isBefore(end)).isPresent();
    }

    /** Goods that are being packed are called off with the shop, and not here. */
    private boolean isBeingPacked(Order order) {
        return deliveries
                .of(order.id())
                .filter(delivery -> delivery.state().isBegun())
                .isPresent();
    }

    /** Whether cancelling a paid order would not be refused now. */
    boolean isCancellable(Order order) {
        return quote(order).isPresent() && waitingCancellations.isUntouched(order);
    }

    /** In the caller's transaction, on an order that it has locked. */
    Outcome<OrderId> cancel(Order order) {
        return cancel(order, Money.zero(order.total().currency()));
    }

    /**
     * The same, where its resident was told before what comes back.
     *
     * @param shown of what they paid; no less comes back, though it be later
     */
    Outcome<OrderId> cancel(Order order, Money shown) {
        return cancel(order, shown, clock.instant());
    }

    /** The same at that moment: what is called off at one is called off together. */
    Outcome<OrderId> cancel(Order order, Money shown, Instant moment) {
        return switch (order.state()) {
            case HELD -> completedCancellations.free(order);
            case PAID -> cancelPaid(order, shown, moment);
            case FULFILLED, SETTLED, DISPUTED -> Outcome.refused(CheckoutReason.ALREADY_USED);
            case CANCELLED, EXPIRED, REFUNDED -> Outcome.refused(CheckoutReason.ALREADY_CLOSED);
        };
    }

    private Outcome<OrderId> cancelPaid(Order order, Money shown, Instant moment) {
        if (isDelivered(order)) {
            return Outcome.refused(CheckoutReason.DELIVERED_ALREADY);
        }
        var now = refundNow(order);
        return isBeingPacked(order)
                ? Outcome.refused(CheckoutReason.PACKING_BEGUN)
                : waitingCancellations.request(
                        order, now.minor() < shown.minor() ? shown : now, CancellationCause.BY_RESIDENT, moment);
    }
}
