package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.IntentState;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.PaymentReason;
import org.townloop.loop.payment.Reconciler;

/**
 * Somebody pays an order. The intent is stored before the gateway is asked, and no transaction is open while it is; asked
 * again with the same key, an intent that the gateway has not answered yet is asked for again.
 */
@Component
class Paying {

    /**
     * Who pays.
     *
     * @param began which of the order's payments they began: they go on with one of these, and with nobody else's, who
     *     would come back to where that other one came from
     */
    record Payer(Actor actor, Predicate<Intent> began) {

        /** Somebody who is signed in: what they begin on one device they go on with on another. */
        static Payer of(Actor actor) {
            return new Payer(actor, intent -> intent.person().equals(actor.person()));
        }
    }

    private record IntentRef(IntentId id) {}

    /** As many open payments of an order are asked about when somebody comes back; the reconciler asks about the rest. */
    private static final int ASKED = 5;

    private final Orders orders;
    private final Intents intents;
    private final Gateways gateways;
    private final Custody custody;
    private final Reconciler reconciler;
    private final Idempotency idempotency;
    private final Clock clock;

    Paying(
            Orders orders,
            Intents intents,
            Gateways gateways,
            Custody custody,
            Reconciler reconciler,
            Idempotency idempotency,
            Clock clock) {
        this.orders = orders;
        this.intents = intents;
        this.gateways = gateways;
        this.custody = custody;
        this.reconciler = reconciler;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    Outcome<Intent> pay(Payer payer, Order order, String gateway, String returnUrl, String key) {
        if (!gateways.names().contains(gateway)) {
            return Outcome.refused(Refusal.of(PaymentReason.GATEWAY_UNKNOWN, "gateway"));
        }
        var tooLong = custody.refusal(gateway, order);
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        var recorded = idempotency.once(
                new Idempotency.Call(payer.actor().person().value(), "pay", key, List.of(order.id(), gateway)),
                IntentRef.class,
                () -> record(payer, order.id(), gateway, returnUrl));
        return switch (recorded) {
            case Outcome.Refused<IntentRef>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<IntentRef>(var intent) -> gateways.open(intents.get(intent.id()), description(order));
        };
    }

    /** The payment that brought money, or else the one that was begun last. */
    Optional<Intent> of(Order order) {
        var begun = intents.of(order.id().value());
        return begun.stream()
                .filter(intent -> intent.state() == IntentState.CAPTURED)
                .findFirst()
                .or(() -> begun.stream().findFirst());
    }

    /** The payer has come back: asks the gateway now rather than waiting for its message. */
    Order returned(Order order) {
        if (order.state() != OrderState.HELD && order.state() != OrderState.EXPIRED) {
            return order;
        }
        intents.of(order.id().value()).stream()
                .filter(intent -> intent.state().isOpen())
                .limit(ASKED)
                .forEach(intent -> reconciler.ask(intent.id()));
        return orders.get(order.id());
    }

    private Outcome<IntentRef> record(Payer payer, OrderId id, String gateway, String returnUrl) {
        var order = orders.lock(id);
        return switch (order.state()) {
            case HELD ->
                open(payer, order)
                        .or(() -> begin(payer, order, gateway, returnUrl))
                        .map(intent -> Outcome.done(new IntentRef(intent.id())))
                        .orElseGet(() -> Outcome.refused(CheckoutReason.HOLD_EXPIRED));
            case EXPIRED -> Outcome.refused(CheckoutReason.HOLD_EXPIRED);
            case PAID, FULFILLED, SETTLED, DISPUTED -> Outcome.refused(CheckoutReason.ALREADY_PAID);
            case CANCELLED, REFUNDED -> Outcome.refused(CheckoutReason.ALREADY_CLOSED);
        };
    }

    private Optional<Intent> open(Payer payer, Order order) {
        return intents.of(order.id().value()).stream()
                .filter(intent -> intent.state().isOpen() && payer.began().test(intent))
                .findFirst();
    }

    /** Nothing if the hold ran out. */
    private Optional<Intent> begin(Payer payer, Order order, String gateway, String returnUrl) {
        return order.holdExpiresAt().isAfter(clock.instant())
                ? Optional.of(
                        intents.record(order.id().value(), payer.actor().person(), gateway, order.total(), returnUrl))
                : Optional.empty();
    }

    /** What the payer reads at the gateway. */
    private static String description(Order order) {
        var title = order.first().title();
        return title.in(Locale.ENGLISH) + " · " + title.in(Locale.SIMPLIFIED_CHINESE);
    }
}
