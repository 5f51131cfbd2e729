package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.coupon.Coupons;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;

/**
 * What residents do with coupons: hold something with one, all or nothing; put one on what they hold, and take it off again.
 * Only the server says what a coupon takes off.
 */
@Component
public class CouponOrders {

    private record OrderRef(OrderId id) {}

    /** @param off what it would take off the order now */
    public record Choice(Coupon coupon, Money off) {}

    private final Checkouts checkouts;
    private final BasketCheckouts basketCheckouts;
    private final Holds holds;
    private final HoldsTogether holdsTogether;
    private final HoldQueue queue;
    private final PutCoupons putCoupons;
    private final Coupons coupons;
    private final CouponUses uses;
    private final Orders orders;
    private final Baskets baskets;
    private final Idempotency idempotency;

    CouponOrders(
            Checkouts checkouts,
            BasketCheckouts basketCheckouts,
            Holds holds,
            HoldsTogether holdsTogether,
            HoldQueue queue,
            PutCoupons putCoupons,
            Coupons coupons,
            CouponUses uses,
            Orders orders,
            Baskets baskets,
            Idempotency idempotency) {
        this.checkouts = checkouts;
        this.basketCheckouts = basketCheckouts;
        this.holds = holds;
        this.holdsTogether = holdsTogether;
        this.queue = queue;
        this.putCoupons = putCoupons;
        this.coupons = coupons;
        this.uses = uses;
        this.orders = orders;
        this.baskets = baskets;
        this.idempotency = idempotency;
    }

    /** The same as {@link Checkouts#hold} with a coupon: both, or neither. */
    public Outcome<Order> hold(Actor actor, HoldOrder wish, WantedCoupon coupon, String key) {
        var wrong = atShop(wish).or(() -> holds.check(wish));
        var start = holds.start(wish);
        if (wrong.isPresent() || start.isEmpty()) {
            return Outcome.refused(wrong.orElseGet(() -> Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart")));
        }
        holds.prepare(wish, start.get());
        return held(
                actor,
                List.of(wish),
                key,
                coupon,
                Order.class,
                () -> shut(wish, start.get())
                        .map(Outcome::<Order>refused)
                        .orElseGet(() -> holds.hold(actor, wish, start.get()))
                        .then(order -> putCoupons.put(order, coupon)));
    }

    private Optional<Refusal> shut(HoldOrder wish, Instant start) {
        return Optional.ofNullable(holds.offer(wish)).flatMap(offer -> holds.shut(offer, start));
    }

    private static Optional<Refusal> atShop(HoldOrder wish) {
        return wish.isAtShop() ? Optional.of(Refusal.of(CouponReason.COUPON_NOT_AT_SHOP, "coupon")) : Optional.empty();
    }

    /** The same as {@link Checkouts#holdTogether} with a coupon. */
    public Outcome<Order> holdTogether(Actor actor, List<HoldOrder> wishes, WantedCoupon coupon, String key) {
        var wrong = holdsTogether.check(wishes);
        var start = wishes.isEmpty() ? null : wishes.getFirst().slotStart();
        if (wrong.isPresent() || start == null) {
            return Outcome.refused(wrong.orElseGet(() -> Refusal.of(CheckoutReason.LIST_EMPTY, "items")));
        }
        return held(
                actor,
                wishes,
                key,
                coupon,
                Order.class,
                () -> holds.holdTogether(actor, wishes, start).then(order -> putCoupons.put(order, coupon)));
    }

    /**
     * The same as {@link BasketCheckouts#hold} with a coupon, which goes on the first order that it is good for.
     *
     * @param combined whether they are pieces of one appointment
     */
    public Outcome<Basket> holdBasket(
            Actor actor, List<HoldOrder> wishes, boolean combined, WantedCoupon coupon, String key) {
        var wrong = holdsTogether.check(wishes);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        holdsTogether.prepare(wishes);
        var buyer = Holds.buyer(actor);
        return held(
                actor,
                wishes,
                key,
                coupon,
                Basket.class,
                () -> holdsTogether
                        .hold(buyer, wishes, combined)
                        .then(basket ->
                                putCoupons.putOnOne(basket.orders(), coupon).map(_ -> baskets.get(basket.id()))));
    }

    private <T> Outcome<T> held(
            Actor actor,
            List<HoldOrder> wishes,
            String key,
            WantedCoupon coupon,
            Class<T> type,
            Supplier<Outcome<T>> hold) {
        var call = new Idempotency.Call(actor.person().value(), "hold-coupon", key, List.of(wishes, coupon));
        Supplier<Outcome<T>> once = () -> idempotency.once(call, type, hold);
        return holds.onlyPlace(wishes).map(place -> queue.inTurn(place, once)).orElseGet(once);
    }

    /**
     * Puts a coupon on what is held, instead of one that it has. A payment that was begun before, and still brings money,
     * brings another amount than it costs then: it goes back.
     *
     * @throws Absent if it is not the actor's
     */
    public Outcome<Order> put(Actor actor, OrderId id, WantedCoupon coupon, String key) {
        checkouts.own(actor, id);
        return idempotency
                .once(
                        new Idempotency.Call(actor.person().value(), "coupon", key, List.of(id, coupon)),
                        OrderRef.class,
                        () -> putCoupons.put(orders.lock(id), coupon).map(order -> new OrderRef(order.id())))
                .map(done -> orders.get(done.id()));
    }

    /** The same on the first order of a basket that it is good for. */
    public Outcome<Basket> put(Actor actor, BasketId id, WantedCoupon coupon, String key) {
        basketCheckouts.own(actor, id);
        return idempotency
                .once(
                        new Idempotency.Call(actor.person().value(), "coupon", key, List.of(id, coupon)),
                        OrderRef.class,
                        () -> putCoupons
                                .putOnOne(baskets.lock(id).orders(), coupon)
                                .map(OrderRef::new))
                .map(_ -> baskets.get(id));
    }

    /** Takes it off what is held: it costs then what it cost before, and somebody else may have the coupon. */
    public Outcome<Order> takeOff(Actor actor, OrderId id, String key) {
        checkouts.own(actor, id);
        return idempotency
                .once(
                        new Idempotency.Call(actor.person().value(), "coupon-off", key, id),
                        OrderRef.class,
                        () -> takeOff(orders.lock(id)))
                .map(done -> orders.get(done.id()));
    }

    private Outcome<OrderRef> takeOff(Order order) {
        return BegunPayments.isDue(order)
                ? Outcome.done(new OrderRef(putCoupons.takeOff(order).id()))
                : Outcome.refused(BegunPayments.whyNothingIsDue(List.of(order)));
    }

    /** Those open to all that could be put on it now. */
    public List<Choice> choices(Order order) {
        return order.hasCoupon() || !BegunPayments.isDue(order)
                ? List.of()
                : coupons.open(order.place()).stream()
                        .flatMap(coupon -> choice(coupon, order))
                        .toList();
    }

    private Stream<Choice> choice(Coupon coupon, Order order) {
        return putCoupons.off(coupon, order) instanceof Outcome.Done<Map<Integer, Money>>(var off)
                ? Stream.of(new Choice(coupon, PutCoupons.sum(order, off)))
                : Stream.empty();
    }

    /** The coupon on the order, if it has one. */
    public Optional<Coupon> of(Order order) {
        return order.hasCoupon()
                ? uses.of(order.id().value()).flatMap(use -> coupons.find(use.coupon()))
                : Optional.empty();
    }
}
