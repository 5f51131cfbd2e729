package org.townloop.loop.checkout;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.PaymentReason;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardLeft;
import org.townloop.loop.stored.Cards;

/**
 * Somebody pays with cards of theirs, wholly or in part. What cards are to pay is set aside before a gateway is asked for the
 * rest, and used once that has arrived; what cards pay wholly is paid at once.
 */
@Component
public class CardPayments {

    private final Baskets baskets;
    private final Cards cards;
    private final Intents intents;
    private final Gateways gateways;
    private final Custody custody;
    private final BegunCardPayments begun;
    private final Idempotency idempotency;

    CardPayments(
            Baskets baskets,
            Cards cards,
            Intents intents,
            Gateways gateways,
            Custody custody,
            BegunCardPayments begun,
            Idempotency idempotency) {
        this.baskets = baskets;
        this.cards = cards;
        this.intents = intents;
        this.gateways = gateways;
        this.custody = custody;
        this.begun = begun;
        this.idempotency = idempotency;
    }

    /** The payer's cards that fit what is due of an order and what was held with it, what runs out first before the others. */
    public List<CardLeft> fitting(Actor payer, Order order) {
        var due = together(order).stream().filter(BegunPayments::isDue).toList();
        return due.stream()
                .map(Order::place)
                .distinct()
                .flatMap(place -> cards.usable(payer.person(), place).stream())
                .filter(card -> due.stream().anyMatch(each -> fits(card, each, due.size())))
                .toList();
    }

    private static boolean fits(CardLeft card, Order order, int together) {
        return CardPlan.fits(card.card(), order)
                && (card.card().kind() != CardKind.PASS
                        || (together == 1
                                && card.card().usesLeft(card.left())
                                        >= order.first().quantity()));
    }

    /**
     * What each of the chosen would pay now, and what is left for a gateway; nothing is written.
     *
     * @param chosen of {@link #fitting}
     */
    public Outcome<CardQuote> quote(Actor payer, Order order, List<ChosenCard> chosen) {
        return begun.quote(payer.person(), together(order), chosen);
    }

    /**
     * Pays an order, and what is still held of what was held with it.
     *
     * @param order the payer's own
     * @param chosen one card or more of the payer's, in the order in which they are drawn on
     * @param gateway for what cards do not pay; null if they are to pay all
     * @param returnUrl where the payer comes back to from the gateway
     * @param key the payer's own: the same again is the same payment
     */
    public Outcome<CardPayment> pay(
            Actor payer, Order order, List<ChosenCard> chosen, @Nullable String gateway, String returnUrl, String key) {
        return pay(payer, together(order), chosen, gateway, returnUrl, key);
    }

    private Outcome<CardPayment> pay(
            Actor payer,
            List<Order> together,
            List<ChosenCard> chosen,
            @Nullable String gateway,
            String returnUrl,
            String key) {
        if (gateway != null && !gateways.names().contains(gateway)) {
            return Outcome.refused(Refusal.of(PaymentReason.GATEWAY_UNKNOWN, "gateway"));
        }
        var ids = together.stream()
                .map(Order::id)
                .sorted(Comparator.comparing(id -> id.value()))
                .toList();
        var asked = new BegunCardPayments.Asked(payer, ids, chosen, gateway, returnUrl);
        var what = List.of(ids, chosen, Objects.requireNonNullElse(gateway, ""));
        var call = new Idempotency.Call(payer.person().value(), "pay-by-card", key, what);
        var recorded = idempotency.once(
                call, BegunCardPayments.Begun.class, () -> begun.begin(asked, order -> tooLong(gateway, order)));
        return switch (recorded) {
            case Outcome.Refused<BegunCardPayments.Begun>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<BegunCardPayments.Begun>(var done) -> opened(done, together);
        };
    }

    private Outcome<CardPayment> opened(BegunCardPayments.Begun done, List<Order> together) {
        if (done.whole()) {
            return Outcome.done(new CardPayment(done.payment(), null));
        }
        var held = together.stream().filter(BegunPayments::isDue).toList();
        Outcome<Intent> opened = gateways.open(
                intents.get(new IntentId(done.payment())), Paying.description(held.isEmpty() ? together : held));
        return opened.map(intent -> new CardPayment(done.payment(), intent));
    }

    private Optional<Refusal> tooLong(@Nullable String gateway, Order order) {
        return gateway == null ? Optional.empty() : custody.refusal(gateway, order);
    }

    private List<Order> together(Order order) {
        return baskets.of(order.id()).map(baskets::get).map(Basket::orders).orElseGet(() -> List.of(order));
    }
}
