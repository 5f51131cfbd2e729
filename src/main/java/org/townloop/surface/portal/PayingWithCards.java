package org.townloop.surface.portal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.CardPayments;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Intent;
import org.townloop.surface.page.Page;

/** A payment as its page asks for it: with the cards that were chosen there, or by a gateway alone. */
@Component
class PayingWithCards {

    private final CardPayments payments;
    private final CardChoices choices;

    PayingWithCards(CardPayments payments, CardChoices choices) {
        this.payments = payments;
        this.choices = choices;
    }

    CardChoice choice(Page page, Actor payer, Order order, Money due, ChosenCards chosen, String here) {
        return choices.of(page, payer, order, due, chosen, here);
    }

    /**
     * @param byGateway pays all of it by the gateway
     * @return where the payer goes next; empty for back to what was paid
     */
    Outcome<String> pay(
            Actor payer,
            Order order,
            ChosenCards chosen,
            String gateway,
            String back,
            String key,
            Supplier<Outcome<Intent>> byGateway) {
        return chosen.isEmpty()
                ? byGateway.get().map(PayingWithCards::next)
                : chosen.asked(order.total().exponent())
                        .then(cards -> payments.pay(payer, order, cards, gateway.isEmpty() ? null : gateway, back, key))
                        .map(payment -> next(payment.intent()));
    }

    private static String next(@Nullable Intent intent) {
        var pay = intent == null ? null : intent.redirectUrl();
        return intent != null && pay != null && intent.state().isOpen() ? pay : "";
    }
}
