package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.ShopOrders;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A resident who holds something books it without paying: it is paid at the shop. */
@Component
public class AtShopOrders {

    private record OrderRef(OrderId id) {}

    private final Checkouts checkouts;
    private final Orders orders;
    private final ShopOrders shopOrders;
    private final AtShopLimits limits;
    private final Offers offers;
    private final Payments payments;
    private final Idempotency idempotency;
    private final Clock clock;

    AtShopOrders(
            Checkouts checkouts,
            Orders orders,
            ShopOrders shopOrders,
            AtShopLimits limits,
            Offers offers,
            Payments payments,
            Idempotency idempotency,
            Clock clock) {
        this.checkouts = checkouts;
        this.orders = orders;
        this.shopOrders = shopOrders;
        this.limits = limits;
        this.offers = offers;
        this.payments = payments;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Books what is held, with its vouchers, and nothing is taken. A payment that was begun and still brings money brings it
     * too late: it goes back.
     *
     * @throws org.townloop.base.kernel.Absent if it is not the actor's
     */
    public Outcome<Order> choose(Actor actor, OrderId id, String key) {
        checkouts.own(actor, id);
        var chosen = idempotency.once(
                new Idempotency.Call(actor.person().value(), "at-shop", key, id),
                OrderRef.class,
                () -> choose(orders.lock(id)).map(order -> new OrderRef(order.id())));
        return chosen.map(done -> orders.get(done.id()));
    }

    private Outcome<Order> choose(Order order) {
        if (order.state() != OrderState.HELD) {
            return order.isNotedAtShop() && order.state() == OrderState.PAID
                    ? Outcome.done(order)
                    : Outcome.refused(BegunPayments.whyNothingIsDue(List.of(order)));
        }
        if (!order.holdExpiresAt().isAfter(clock.instant())) {
            return Outcome.refused(CheckoutReason.HOLD_EXPIRED);
        }
        var refusal = limits.refusal(order, offer(order));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (!shopOrders.payAtShop(order)) {
            throw new IllegalStateException("a locked order changed its state: " + order.id());
        }
        payments.fulfilWithoutPayment(List.of(orders.get(order.id())));
        return Outcome.done(order);
    }

    /** Why its resident cannot choose so now; nothing if they can. */
    public Optional<Refusal> whyNot(Order order) {
        return limits.whyNot(order, offer(order));
    }

    private Offer offer(Order order) {
        return offers.get(order.first().offer(), order.first().offerVersion());
    }
}
