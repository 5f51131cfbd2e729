package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.Bookings;

/**
 * What a resident does with an order: hold, pay, cancel. Each takes the resident's own key: the same request again gets
 * the same answer and does nothing more.
 */
@Component
public class Checkouts {

    private record OrderRef(OrderId id) {}

    private final Holds holds;
    private final HoldCombiner combiner;
    private final HoldQueue queue;
    private final Cancelling cancelling;
    private final Moves moves;
    private final PayersParts payersParts;
    private final Orders orders;
    private final Cancellations cancellations;
    private final Bookings bookings;
    private final CouponUses coupons;
    private final Paying paying;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Idempotency idempotency;
    private final Atomically atomically;
    private final EventLog events;
    private final Gate gate;
    private final Clock clock;

    Checkouts(
            Holds holds,
            HoldCombiner combiner,
            HoldQueue queue,
            Cancelling cancelling,
            Moves moves,
            PayersParts payersParts,
            Orders orders,
            Cancellations cancellations,
            Bookings bookings,
            CouponUses coupons,
            Paying paying,
            Refunds refunds,
            Gateways gateways,
            Idempotency idempotency,
            Atomically atomically,
            EventLog events,
            Gate gate,
            Clock clock) {
        this.holds = holds;
        this.combiner = combiner;
        this.queue = queue;
        this.cancelling = cancelling;
        this.moves = moves;
        this.payersParts = payersParts;
        this.orders = orders;
        this.cancellations = cancellations;
        this.bookings = bookings;
        this.coupons = coupons;
        this.paying = paying;
        this.refunds = refunds;
        this.gateways = gateways;
        this.idempotency = idempotency;
        this.atomically = atomically;
        this.events = events;
        this.gate = gate;
        this.clock = clock;
    }

    /** Keeps time and staff for ten minutes; the price is the server's. The answer is the order as it was then. */
    public Outcome<Order> hold(Actor actor, HoldOrder wish, String key) {
        return combiner.hold(actor, wish, key);
    }

    /** As many items as may be asked for at once, of whatever kind. */
    public static final int MOST_ITEMS = DeliveryHolds.MOST_ARTICLES;

    /** Whether those become one order of goods: articles of one place, for one window and one door. */
    public boolean isOneOrderOfGoods(List<HoldOrder> wishes) {
        return holds.isOneOrderOfGoods(wishes);
    }

    /**
     * The same for a basket of goods that becomes one order: articles of one place, for one window and one door.
     *
     * @param wishes at least one, all with the same window and site
     */
    public Outcome<Order> holdTogether(Actor actor, List<HoldOrder> wishes, String key) {
        if (wishes.size() > DeliveryHolds.MOST_ARTICLES) {
            return Outcome.refused(DeliveryHolds.tooMany());
        }
        var wrong = IntStream.range(0, wishes.size())
                .boxed()
                .flatMap(i -> holds.check(wishes.get(i)).map(refusal -> HoldOrder.at(i, refusal)).stream())
                .findFirst();
        var start = wishes.isEmpty() ? null : wishes.getFirst().slotStart();
        if (wrong.isPresent() || start == null) {
            return Outcome.refused(wrong.orElse(Refusal.of(CheckoutReason.LIST_EMPTY, "items")));
        }
        var call = new Idempotency.Call(actor.person().value(), "hold", key, wishes);
        Supplier<Outcome<Order>> hold =
                () -> idempotency.once(call, Order.class, () -> holds.holdTogether(actor, wishes, start));
        return holds.onlyPlace(wishes).map(place -> queue.inTurn(place, hold)).orElseGet(hold);
    }

    /** Opens a payment at the gateway, or goes on with one that the resident began. */
    public Outcome<Intent> pay(Actor actor, OrderId id, String gateway, String returnUrl, String key) {
        return paying.pay(Paying.Payer.of(actor), own(actor, id), gateway, returnUrl, key);
    }

    /**
     * Calls an order off; the refund follows the policy it was sold under. The gateway is asked for it at once, and
     * again by the reconciler if it does not answer.
     */
    public Outcome<Order> cancel(Actor actor, OrderId id, String key) {
        own(actor, id);
        var cancelled = idempotency.once(
                new Idempotency.Call(actor.person().value(), "cancel", key, id),
                OrderRef.class,
                () -> cancelling.cancel(orders.lock(id)).map(OrderRef::new));
        return cancelled.map(done -> {
            refunds.of(done.id().value()).forEach(gateways::refund);
            return orders.get(done.id());
        });
    }

    /** The resident's own order. */
    public Order own(Actor actor, OrderId id) {
        var order = orders.get(id);
        gate.require(actor, Right.OWN, Scope.person(order.resident()));
        return order;
    }

    /** The cancellation of a paid order that waits until the counters of its place know, with what its payer has back. */
    public Optional<Cancellation> waiting(Order order) {
        return order.state() == OrderState.PAID
                ? cancellations
                        .of(order.id())
                        .filter(cancellation -> cancellation.state() == CancellationState.WAITING)
                        .map(cancellation -> cancellation.refunding(payersParts.of(order, cancellation.refund())))
                : Optional.empty();
    }

    /** What cancelling would do now; nothing once the order cannot be cancelled, or some of it was used. */
    public Optional<CancelQuote> cancelQuote(Order order) {
        return cancelling.quote(order);
    }

    /** Whether the resident may move it to another time now. */
    public boolean isMovable(Order order) {
        return moves.isMovable(order);
    }

    /**
     * Moves an order to another time at the same price and under the same policy, as long as cancelling it costs
     * nothing. Its vouchers are good then instead. Of what was sold for a deposit the price is that of the other time:
     * what was paid stays, what is left to be paid at the place is more or less.
     *
     * @param balance at the place that was shown, in minor units; null if none was: then it must be what it is
     */
    public Outcome<Order> move(Actor actor, OrderId id, Instant start, @Nullable Long balance, String key) {
        moves.prepare(own(actor, id), start);
        var wish = balance == null ? List.of(id, start) : List.of(id, start, balance);
        var moved = idempotency.once(
                new Idempotency.Call(actor.person().value(), "move", key, wish),
                OrderRef.class,
                () -> moves.move(moves.lock(id), start, balance).map(OrderRef::new));
        return moved.map(done -> orders.get(done.id()));
    }

    /** At which starts its resident could have it beside the other pieces of a combined appointment, whoever is free. */
    public Predicate<Instant> starts(Order order) {
        return moves.starts(order);
    }

    /** What would be left to be paid at the place if it were moved there, or why it costs too much or too little there. */
    public Outcome<Money> balanceAt(Order order, Instant start) {
        return moves.balance(order, start);
    }

    /** The payment that brought money, or else the one that was begun last. */
    public Optional<Intent> payment(Order order) {
        return paying.of(order);
    }

    /** The payer has come back: asks the gateway now rather than waiting for its message. */
    public Order returned(Actor actor, OrderId id) {
        return paying.returned(own(actor, id));
    }

    /**
     * Frees what holds that ran out have kept.
     *
     * @return how many
     */
    public int expire(int limit) {
        var expired = atomically.run(() -> Outcome.done(expireSome(limit)));
        return expired instanceof Outcome.Done<Integer>(var count) ? count : 0;
    }

    private int expireSome(int limit) {
        var now = clock.instant();
        var due = orders.heldUntil(now, limit);
        var expired =
                orders.become(OrderState.EXPIRED, due.stream().map(Order::id).toList(), now);
        bookings.release(expired.stream().map(OrderId::value).toList());
        var over = due.stream().filter(order -> expired.contains(order.id())).toList();
        var couponed = over.stream()
                .filter(Order::hasCoupon)
                .map(order -> order.id().value())
                .toList();
        if (!couponed.isEmpty()) {
            coupons.free(couponed);
        }
        events.append(over.stream().map(OrderExpired::of).toList());
        return expired.size();
    }
}
