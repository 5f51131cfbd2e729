package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.voucher.Devices;
import org.townloop.loop.voucher.Marks;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.merchant.PlaceId;

/**
 * Calls paid orders off. Counters with a network refuse the vouchers at once; the money goes back as soon as every
 * device of the place knows, or after {@link #LONGEST_WAIT}. What a device brings in before that was redeemed, and the
 * cancellation falls away.
 */
@Component
public class WaitingCancellations {

    /** As long as a counter's bundle is good: no device accepts anything by an older one. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(72);

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCancellations.class);
    private static final int BATCH = 200;

    private final Orders orders;
    private final Cancellations cancellations;
    private final Vouchers vouchers;
    private final Devices devices;
    private final Marks marks;
    private final Bookings bookings;
    private final CompletedCancellations completedCancellations;
    private final Refunds refunds;
    private final Gateways gateways;
    private final EventLog events;
    private final Atomically atomically;
    private final Clock clock;

    WaitingCancellations(
            Orders orders,
            Cancellations cancellations,
            Vouchers vouchers,
            Devices devices,
            Marks marks,
            Bookings bookings,
            CompletedCancellations completedCancellations,
            Refunds refunds,
            Gateways gateways,
            EventLog events,
            Atomically atomically,
            Clock clock) {
        this.orders = orders;
        this.cancellations = cancellations;
        this.vouchers = vouchers;
        this.devices = devices;
        this.marks = marks;
        this.bookings = bookings;
        this.completedCancellations = completedCancellations;
        this.refunds = refunds;
        this.gateways = gateways;
        this.events = events;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, on a PAID order that it has locked.
     *
     * @param refund what goes back, at most the order's total; the merchant is paid the rest
     * @return refused if some of it was had, or if it was called off before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<OrderId> request(Order order, Money refund, CancellationCause cause) {
        return request(order, refund, cause, clock.instant());
    }

    /** The same at that moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<OrderId> request(Order order, Money refund, CancellationCause cause, Instant moment) {
        return unused(order).isAll()
                ? requestRest(order, refund, cause, moment)
                : Outcome.refused(CheckoutReason.ALREADY_USED);
    }

    /**
     * The same of an order of which some was had and the rest has run out.
     *
     * @param refund what goes back, at most what is {@link #unused}; the merchant is paid the rest of that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome<OrderId> requestRest(Order order, Money refund, CancellationCause cause) {
        return requestRest(order, refund, cause, clock.instant());
    }

    private Outcome<OrderId> requestRest(Order order, Money refund, CancellationCause cause, Instant moment) {
        if (cancellations
                .of(order.id())
                .filter(earlier -> earlier.state() != CancellationState.FALLEN_AWAY)
                .isPresent()) {
            return Outcome.refused(CheckoutReason.CANCELLATION_WAITS);
        }
        var cancellation = cancellation(order, refund, cause, moment);
        cancellations.insert(cancellation);
        vouchers.withdraw(order.id(), cancellation.requestedAt());
        var known = devices.knownToAll(order.place());
        if (known == null || known >= cancellation.mark() || order.isByOpening()) {
            return complete(order, cancellation);
        }
        bookings.leaving(List.of(order.id().value()), true);
        return Outcome.done(order.id());
    }

    /**
     * In the caller's transaction, on a PAID order that it has locked: all of what nobody has had goes back, whatever was
     * agreed, and by a cancellation that waits already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome<OrderId> giveAllBack(Order order, CancellationCause cause) {
        var all = unused(order).worth();
        return cancellations.raise(order.id(), all, cause) ? Outcome.done(order.id()) : requestRest(order, all, cause);
    }

    /**
     * In the caller's transaction, on a PAID order that it has locked: what is left of it is closed now, after a dispute. Its
     * place has spoken for its counters there, or let {@link #LONGEST_WAIT} pass.
     *
     * @param refund what goes back of what nobody has had; the merchant is paid the rest of that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Outcome<OrderId> closeNow(Order order, Money refund) {
        var cancellation = cancellation(order, refund, CancellationCause.DISPUTED, clock.instant());
        cancellations.insert(cancellation);
        vouchers.withdraw(order.id(), cancellation.requestedAt());
        return complete(order, cancellation);
    }

    /** Whether it was called off, and that waits for the counters of its place. */
    boolean isWaiting(Order order) {
        return cancellations
                .of(order.id())
                .filter(cancellation -> cancellation.state() == CancellationState.WAITING)
                .isPresent();
    }

    /** Whether it was neither called off nor had, not even in part. */
    boolean isUntouched(Order order) {
        return vouchers.of(order.id()).stream()
                .allMatch(voucher -> voucher.state() == VoucherState.ISSUED && voucher.unitsRedeemed() == 0);
    }

    Unused unused(Order order) {
        return Unused.of(order, vouchers.of(order.id()));
    }

    /** In the caller's transaction: these orders, which it has locked, turned out to be used. */
    @Transactional(propagation = Propagation.MANDATORY)
    void fallAway(Collection<Order> used, Instant now) {
        var ids = used.stream().map(Order::id).toList();
        var fallen = cancellations.become(CancellationState.FALLEN_AWAY, ids, now);
        vouchers.restore(fallen);
        bookings.leaving(fallen.stream().map(OrderId::value).toList(), false);
        events.append(used.stream()
                .filter(order -> fallen.contains(order.id()))
                .map(order -> new CancellationFellAway(
                        order.id().value(), order.place().value()))
                .toList());
    }

    /** Completes what no counter of the place need be waited for any more: it synced, or was revoked. */
    public void completeAt(PlaceId place) {
        cancellations
                .due(place, devices.knownToAll(place), clock.instant(), BATCH)
                .forEach(this::completeOne);
    }

    /**
     * Completes what has waited long enough.
     *
     * @return how many
     */
    public int completeOverdue() {
        var overdue = cancellations.overdue(clock.instant(), BATCH);
        overdue.forEach(this::completeOne);
        return overdue.size();
    }

    /** One that fails is left for the next time, and keeps no other back. */
    private void completeOne(OrderId id) {
        try {
            if (atomically.run(() -> completeLocked(id)) instanceof Outcome.Refused<OrderId>(var refusal)) {
                LOG.error("order {} was called off and cannot be refunded: {}", id.value(), refusal);
            }
            refunds.of(id.value()).forEach(gateways::refund);
        } catch (RuntimeException e) {
            LOG.error("order {} was called off and cannot be closed", id.value(), e);
        }
    }

    private Outcome<OrderId> completeLocked(OrderId id) {
        var order = orders.lock(id);
        return cancellations
                .of(id)
                .filter(cancellation -> cancellation.state() == CancellationState.WAITING)
                .map(cancellation -> complete(order, cancellation))
                .orElseGet(() -> Outcome.done(id));
    }

    private Outcome<OrderId> complete(Order order, Cancellation cancellation) {
        if (order.state() != OrderState.PAID) {
            throw new IllegalStateException("a waiting cancellation of an order that is not paid: " + order.id());
        }
        cancellations.become(CancellationState.COMPLETED, List.of(order.id()), clock.instant());
        vouchers.revoke(order.id());
        return completedCancellations.close(order, unused(order), cancellation.refund(), cancellation.cause());
    }

    private Cancellation cancellation(Order order, Money refund, CancellationCause cause, Instant now) {
        return new Cancellation(
                order.id(),
                order.place(),
                now,
                refund,
                cause,
                marks.next(order.place()),
                now.plus(LONGEST_WAIT),
                CancellationState.WAITING);
    }
}
