package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.Bookings;

/** A resident calls off all of a basket that has not begun, each order by the policy it was sold under: all of it or nothing. */
@Component
public class BasketCancelling {

    /** What calling one of them off would do now. */
    public record Part(Order order, CancelQuote quote) {}

    private record BasketRef(BasketId id) {}

    private final BasketCheckouts checkouts;
    private final Baskets baskets;
    private final Cancelling cancelling;
    private final Cancellations cancellations;
    private final Bookings bookings;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Idempotency idempotency;
    private final Clock clock;

    BasketCancelling(
            BasketCheckouts checkouts,
            Baskets baskets,
            Cancelling cancelling,
            Cancellations cancellations,
            Bookings bookings,
            Refunds refunds,
            Gateways gateways,
            Idempotency idempotency,
            Clock clock) {
        this.checkouts = checkouts;
        this.baskets = baskets;
        this.cancelling = cancelling;
        this.cancellations = cancellations;
        this.bookings = bookings;
        this.refunds = refunds;
        this.gateways = gateways;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Those that can be called off now: neither begun nor called off before, and nothing of them was had. */
    public List<Part> parts(Basket basket) {
        var now = clock.instant();
        var off = cancellations.of(basket.orders().stream().map(Order::id).toList());
        return basket.orders().stream()
                .filter(order -> order.startsAt() == null || order.startsAt().isAfter(now))
                .filter(order -> Optional.ofNullable(off.get(order.id()))
                        .filter(earlier -> earlier.state() != CancellationState.FALLEN_AWAY)
                        .isEmpty())
                .flatMap(order -> cancelling.quote(order).map(quote -> new Part(order, quote)).stream())
                .toList();
    }

    /** What comes back of all of them. */
    public static Money refund(Basket basket, List<Part> parts) {
        return parts.stream()
                .map(part -> part.quote().refund())
                .reduce(Money.zero(basket.total().currency()), Money::plus);
    }

    /**
     * Calls off all {@link #parts} of it. The gateway is asked for the refunds at once, and again by the reconciler if it does
     * not answer.
     *
     * @param shown the refund that was shown, in minor units; if it is another by now, nothing is called off
     */
    public Outcome<Basket> callOff(Actor actor, BasketId id, long shown, String key) {
        checkouts.own(actor, id);
        var call = new Idempotency.Call(actor.person().value(), "call-off-basket", key, List.of(id, shown));
        var done = idempotency.once(
                call, BasketRef.class, () -> callOff(baskets.lock(id), shown).map(BasketRef::new));
        return done.map(called -> {
            var basket = baskets.get(called.id());
            basket.orders().forEach(order -> refunds.of(order.id().value()).forEach(gateways::refund));
            return baskets.get(called.id());
        });
    }

    /**
     * On a basket that is locked; all of it at one moment, so that one letter tells of it. Its calendars are locked before
     * anything is freed, as by whoever holds.
     */
    private Outcome<BasketId> callOff(Basket basket, long shown) {
        bookings.lockCalendars(
                basket.orders().stream().map(Order::place).distinct().toList());
        var parts = parts(basket);
        if (parts.isEmpty()) {
            return Outcome.refused(CheckoutReason.NOTHING_TO_CALL_OFF);
        }
        var refund = refund(basket, parts);
        if (refund.minor() != shown) {
            return Outcome.refused(Refusal.of(CheckoutReason.REFUND_CHANGED, "refund", Map.of("refund", refund)));
        }
        var moment = clock.instant();
        for (var part : parts) {
            if (cancelling.cancel(part.order(), part.quote().refund(), moment)
                    instanceof Outcome.Refused<OrderId>(var refusal)) {
                return Outcome.refused(refusal);
            }
        }
        return Outcome.done(basket.id());
    }
}
