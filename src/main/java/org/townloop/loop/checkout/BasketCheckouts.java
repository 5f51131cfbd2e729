package org.townloop.loop.checkout;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Intent;
import org.townloop.supply.booking.Bookings;

/**
 * What a resident does with several orders at once: hold them, all or none; pay them by one payment; let them go. All else
 * is done with each of them as with any order.
 */
@Component
public class BasketCheckouts {

    /** As many orders as may be held at once. */
    public static final int MOST = HoldsTogether.MOST;

    private record BasketRef(BasketId id) {}

    private final HoldsTogether holdsTogether;
    private final HoldQueue queue;
    private final Cancelling cancelling;
    private final Baskets baskets;
    private final Bookings bookings;
    private final Paying paying;
    private final Idempotency idempotency;
    private final Gate gate;

    BasketCheckouts(
            HoldsTogether holdsTogether,
            HoldQueue queue,
            Cancelling cancelling,
            Baskets baskets,
            Bookings bookings,
            Paying paying,
            Idempotency idempotency,
            Gate gate) {
        this.holdsTogether = holdsTogether;
        this.queue = queue;
        this.cancelling = cancelling;
        this.baskets = baskets;
        this.bookings = bookings;
        this.paying = paying;
        this.idempotency = idempotency;
        this.gate = gate;
    }

    /**
     * Keeps all of it for ten minutes, or nothing of it; prices are the server's. The answer is the basket as it was then.
     *
     * @return refused naming the item, such as {@code items[2].slotStart}: the first that cannot be had together with those
     *     before it
     */
    public Outcome<Basket> hold(Actor actor, List<HoldOrder> wishes, String key) {
        return hold(actor, wishes, false, key);
    }

    /** The same of the pieces of one appointment: one guest has all of them, each at a time of its own. */
    public Outcome<Basket> holdCombined(Actor actor, List<HoldOrder> pieces, String key) {
        return hold(actor, pieces, true, key);
    }

    private Outcome<Basket> hold(Actor actor, List<HoldOrder> wishes, boolean combined, String key) {
        var wrong = holdsTogether.check(wishes);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        holdsTogether.prepare(wishes);
        var buyer = new Buyer(actor.person(), Pays.ESCROW, Holds.KEPT, true);
        var act = combined ? "hold-combined" : "hold-basket";
        var call = new Idempotency.Call(actor.person().value(), act, key, wishes);
        Supplier<Outcome<Basket>> hold =
                () -> idempotency.once(call, Basket.class, () -> holdsTogether.hold(buyer, wishes, combined));
        return holdsTogether
                .onlyPlace(wishes)
                .map(place -> queue.inTurn(place, hold))
                .orElseGet(hold);
    }

    /** Opens one payment for all that is still held of it, or goes on with one that the resident began. */
    public Outcome<Intent> pay(Actor actor, BasketId id, String gateway, String returnUrl, String key) {
        return paying.pay(Paying.Payer.of(actor), own(actor, id), gateway, returnUrl, key);
    }

    /** Lets go of all that is still held, and of what cost nothing and was booked with it. */
    public Outcome<Basket> letGo(Actor actor, BasketId id, String key) {
        own(actor, id);
        var call = new Idempotency.Call(actor.person().value(), "cancel-basket", key, id);
        return idempotency
                .once(call, BasketRef.class, () -> letGo(baskets.lock(id)).map(BasketRef::new))
                .map(done -> baskets.get(done.id()));
    }

    /** The resident's own basket. */
    public Basket own(Actor actor, BasketId id) {
        var basket = baskets.get(id);
        gate.require(actor, Right.OWN, Scope.person(basket.resident()));
        return basket;
    }

    /** Whether its orders are pieces of one appointment: one guest has all of them. */
    public boolean isCombined(BasketId id) {
        return baskets.combined(List.of(id)).contains(id);
    }

    /** What the order was held together with; nothing if it was held alone. */
    public Optional<Basket> around(Order order) {
        return baskets.of(order.id()).map(baskets::get);
    }

    /** The payer has come back: asks the gateway now rather than waiting for its message. */
    public Basket returned(Actor actor, BasketId id) {
        paying.returned(own(actor, id));
        return baskets.get(id);
    }

    /** On a basket that is locked. */
    private Outcome<BasketId> letGo(Basket basket) {
        if (basket.held().isEmpty()) {
            var isPaid = basket.orders().stream().anyMatch(order -> order.state() == OrderState.PAID);
            return Outcome.refused(isPaid ? CheckoutReason.BASKET_PAID : CheckoutReason.ALREADY_CLOSED);
        }
        var free = basket.orders().stream().filter(this::isLetGo).toList();
        bookings.lockCalendars(
                basket.orders().stream().map(Order::place).distinct().toList());
        for (var order : free) {
            if (cancelling.cancel(order) instanceof Outcome.Refused<OrderId>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.done(basket.id());
    }

    /** What cost nothing and was had already, or was called off, keeps none of the others. */
    private boolean isLetGo(Order order) {
        return order.state() == OrderState.HELD
                || (order.state() == OrderState.PAID && order.total().isZero() && cancelling.isCancellable(order));
    }
}
