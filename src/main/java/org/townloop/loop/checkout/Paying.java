package org.townloop.loop.checkout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentState;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.PaymentReason;
import org.townloop.loop.payment.Reconciler;

/**
 * Somebody pays an order, or several that were held together. The intent is stored before the gateway is asked, and no transaction is open while it is; asked
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

    /** As many open payments of an order are asked about when somebody comes back; the reconciler asks about the rest. */
    private static final int ASKED = 5;

    private final Orders orders;
    private final Baskets baskets;
    private final Intents intents;
    private final Gateways gateways;
    private final Custody custody;
    private final Reconciler reconciler;
    private final PayCombiner combiner;

    Paying(
            Orders orders,
            Baskets baskets,
            Intents intents,
            Gateways gateways,
            Custody custody,
            Reconciler reconciler,
            PayCombiner combiner) {
        this.orders = orders;
        this.baskets = baskets;
        this.intents = intents;
        this.gateways = gateways;
        this.custody = custody;
        this.reconciler = reconciler;
        this.combiner = combiner;
    }

    /** What was held together is paid together: paying one of them pays all that is still held. */
    Outcome<Intent> pay(Payer payer, Order order, String gateway, String returnUrl, String key) {
        return pay(payer, order.id(), together(order), gateway, returnUrl, key);
    }

    Outcome<Intent> pay(Payer payer, Basket basket, String gateway, String returnUrl, String key) {
        return pay(payer, basket.id(), basket.orders(), gateway, returnUrl, key);
    }

    private List<Order> together(Order order) {
        return baskets.of(order.id()).map(baskets::get).map(Basket::orders).orElseGet(() -> List.of(order));
    }

    private Outcome<Intent> pay(
            Payer payer, Record what, List<Order> together, String gateway, String returnUrl, String key) {
        if (!gateways.names().contains(gateway)) {
            return Outcome.refused(Refusal.of(PaymentReason.GATEWAY_UNKNOWN, "gateway"));
        }
        var held = together.stream().filter(BegunPayments::isDue).toList();
        if (held.stream().anyMatch(order -> order.terms().isOnlyAtShop())) {
            return Outcome.refused(CheckoutReason.ONLY_AT_SHOP);
        }
        var tooLong = held.stream()
                .flatMap(order -> custody.refusal(gateway, order).stream())
                .findFirst();
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        var call = new Idempotency.Call(payer.actor().person().value(), "pay", key, List.of(what, gateway));
        var begun = combiner.begin(
                new PayAsked(payer, together.stream().map(Order::id).toList(), gateway, returnUrl, call));
        return switch (begun) {
            case Outcome.Refused<Intent>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Intent>(var intent) ->
                gateways.open(intent, description(held.isEmpty() ? together : held));
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
        ask(List.of(order));
        return orders.get(order.id());
    }

    void returned(Basket basket) {
        ask(basket.orders());
    }

    private void ask(List<Order> together) {
        together.stream()
                .filter(order -> order.state() == OrderState.HELD || order.state() == OrderState.EXPIRED)
                .flatMap(order -> intents.of(order.id().value()).stream())
                .filter(intent -> intent.state().isOpen())
                .map(Intent::id)
                .distinct()
                .limit(ASKED)
                .forEach(reconciler::ask);
    }

    /** What the payer reads at the gateway. */
    static String description(List<Order> paid) {
        return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .map(language -> paid.stream()
                        .map(order -> order.first().title().in(language))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "));
    }
}
