package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.HomeJobs;

/**
 * Settles orders that nobody came for, by the policy they were sold under: the shop has its share, the rest goes back.
 *
 * <ul>
 *   <li>Of an order that was used in part, what is left when it runs out is settled so.
 *   <li>Where the place has closed since the sale, all that is left goes back.
 *   <li>A counter that had no network may bring in a scan while the refund waits: then they came, and nothing of this
 *       happens.
 * </ul>
 */
@Component
public class NoShows {

    private static final Logger LOG = LoggerFactory.getLogger(NoShows.class);

    private static final Duration TRIED_AGAIN = Duration.ofMinutes(15);

    private final Orders orders;
    private final WaitingCancellations waitingCancellations;
    private final ClosedOrders closed;
    private final HomeJobs jobs;
    private final OnlineOrders onlineOrders;
    private final Deliveries goods;
    private final Refunds refunds;
    private final PayersParts payersParts;
    private final Gateways gateways;
    private final Atomically atomically;
    private final EventLog events;
    private final Gate gate;
    private final Clock clock;

    NoShows(
            Orders orders,
            WaitingCancellations waitingCancellations,
            ClosedOrders closed,
            HomeJobs jobs,
            OnlineOrders onlineOrders,
            Deliveries goods,
            Refunds refunds,
            PayersParts payersParts,
            Gateways gateways,
            Atomically atomically,
            EventLog events,
            Gate gate,
            Clock clock) {
        this.orders = orders;
        this.waitingCancellations = waitingCancellations;
        this.closed = closed;
        this.jobs = jobs;
        this.onlineOrders = onlineOrders;
        this.goods = goods;
        this.refunds = refunds;
        this.payersParts = payersParts;
        this.gateways = gateways;
        this.atomically = atomically;
        this.events = events;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Somebody at the desk says that nobody came, as soon as the place need not wait any longer.
     *
     * @throws Absent if it is not an order of theirs
     */
    public Outcome<OrderId> didNotCome(Actor actor, OrderId id) {
        return settled(actor, Right.SEE_DESK, id);
    }

    /**
     * Those who went to a resident's home say that nobody was there, as soon as they need not wait any longer at the door.
     *
     * @throws Absent if it is not an order of their place's, or nobody goes anywhere for it
     */
    public Outcome<OrderId> nobodyHome(Actor actor, OrderId id) {
        if (atDoor(orders.get(id)) == null) {
            throw new Absent("job " + id.value());
        }
        return settled(actor, Right.REDEEM, id);
    }

    private Outcome<OrderId> settled(Actor actor, Right right, OrderId id) {
        var order = orders.get(id);
        gate.require(
                actor,
                right,
                Scope.place(id.region(), order.merchant().value(), order.place().value()));
        var settled = atomically.run(() -> nobodyCame(orders.lock(id)));
        if (settled instanceof Outcome.Done) {
            giveBack(id);
        }
        return settled;
    }

    /**
     * Settles those whose time has come.
     *
     * @return how many
     */
    public int settleDue(int limit) {
        var due = orders.withoutShow(clock.instant(), limit);
        due.forEach(this::settleOne);
        return due.size();
    }

    /** One that fails is tried again later, and keeps no other back. */
    private void settleOne(OrderId id) {
        try {
            switch (atomically.run(() -> settle(orders.lock(id)))) {
                case Outcome.Done<OrderId> _ -> giveBack(id);
                case Outcome.Refused<OrderId>(var refusal) -> leave(id, refusal);
            }
        } catch (RuntimeException e) {
            LOG.error("order {} cannot be settled without a guest", id.value(), e);
            tryLater(id);
        }
    }

    private void tryLater(OrderId id) {
        try {
            atomically.run(() -> {
                orders.settleLater(id, clock.instant().plus(TRIED_AGAIN));
                return Outcome.done(id);
            });
        } catch (RuntimeException e) {
            LOG.error("order {} is tried again at once", id.value(), e);
        }
    }

    /** In a transaction of its own: what was refused has undone all of its own. */
    private void leave(OrderId id, Refusal refusal) {
        var over = refusal.reason() == CheckoutReason.ALREADY_USED || refusal.reason() == CheckoutReason.ALREADY_CLOSED;
        if (!over && refusal.reason() != CheckoutReason.CANCELLATION_WAITS) {
            LOG.error("order {} cannot be settled without a guest yet: {}", id.value(), refusal);
        }
        atomically.run(() -> {
            if (over) {
                orders.settleLater(id, null);
            } else {
                lookAgain(orders.lock(id));
            }
            return Outcome.done(id);
        });
    }

    /** Whoever came for some of it did come. */
    private Outcome<OrderId> nobodyCame(Order order) {
        if (order.isByOpening()) {
            return Outcome.refused(CheckoutReason.ONLY_ONLINE);
        }
        return order.state() == OrderState.PAID
                        && !waitingCancellations.unused(order).isAll()
                ? Outcome.refused(CheckoutReason.ALREADY_USED)
                : settle(order);
    }

    private Outcome<OrderId> settle(Order order) {
        if (order.isByOpening()) {
            return onlineOrders.deliverUnopened(order);
        }
        var policy = order.terms().noShow();
        var missedAt = order.missedAt(atDoor(order));
        if (order.state() != OrderState.PAID || policy == null || missedAt.isEmpty()) {
            return Outcome.refused(CheckoutReason.ALREADY_CLOSED);
        }
        if (clock.instant().isBefore(missedAt.get())) {
            return Outcome.refused(Refusal.of(CheckoutReason.NOT_MISSED_YET, "order", Map.of("when", missedAt.get())));
        }
        var unused = waitingCancellations.unused(order);
        if (clock.instant().isBefore(unused.runsOutAt())) {
            orders.settleLater(order.id(), unused.runsOutAt());
            return Outcome.done(order.id());
        }
        lookAgain(order);
        var cause = cause(order);
        var missed = cause == CancellationCause.NOBODY_CAME;
        var refund = missed ? order.terms().refundIfMissed(unused.price(), unused.worth()) : unused.worth();
        var toPayer = payersParts.of(order, refund);
        return waitingCancellations.requestRest(order, refund, cause).map(id -> {
            if (unused.isAll() && missed) {
                events.append(NobodyCame.of(order, missedAt.get(), toPayer));
            }
            return id;
        });
    }

    /** Nobody misses a place that is closed, or goods that were never packed. */
    private CancellationCause cause(Order order) {
        return closed.isClosed(order)
                ? CancellationCause.PLACE_CLOSED
                : goods.of(order.id()).filter(each -> !each.state().isDone()).isPresent()
                        ? CancellationCause.NOTHING_THERE
                        : CancellationCause.NOBODY_CAME;
    }

    private @Nullable Instant atDoor(Order order) {
        var id = order.id().value();
        var job = order.first().site() == null ? null : jobs.of(List.of(id)).get(id);
        return job == null ? null : job.startsAt();
    }

    /** When no counter is waited for any more: if a scan of some of it undid the settlement, what is left is settled. */
    private void lookAgain(Order order) {
        orders.settleLater(order.id(), clock.instant().plus(WaitingCancellations.LONGEST_WAIT));
    }

    private void giveBack(OrderId id) {
        refunds.of(id.value()).forEach(gateways::refund);
    }
}
