package org.townloop.surface.api;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.CardPayments;
import org.townloop.loop.checkout.ChosenCard;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.stored.CardId;
import org.townloop.surface.page.RequestReason;

/** Payments as they are asked for and answered: by a gateway, by cards, or by both. */
@Component
class OpenedPayments {

    /** @param cards in the order in which they are drawn on; none if a gateway brings all */
    record NewPayment(@Nullable String gateway, @Nullable List<@Nullable NewCardPart> cards) {}

    /** @param amount as much of it at most; as much as is needed and left if it is not said */
    record NewCardPart(@Nullable UUID cardId, NewOrder.@Nullable AmountJson amount) {}

    /**
     * @param intentId null if cards have paid all of it
     * @param redirectUrl where the payer goes; null if there is nothing to pay any more
     * @param paid whether it is paid already
     */
    record PaymentJson(@Nullable UUID intentId, @Nullable String redirectUrl, boolean paid) {}

    private final CardPayments payments;
    private final Amounts amounts;

    OpenedPayments(CardPayments payments, Amounts amounts) {
        this.payments = payments;
        this.amounts = amounts;
    }

    /** @param byGateway pays all of it by that gateway */
    PaymentJson open(
            Actor actor,
            Supplier<Order> of,
            NewPayment wanted,
            String returnUrl,
            String key,
            Function<String, Outcome<Intent>> byGateway) {
        var cards = wanted.cards();
        if (cards == null || cards.isEmpty()) {
            if (wanted.gateway() == null) {
                throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, "gateway"));
            }
            var intent = Refused.unless(byGateway.apply(wanted.gateway()));
            return new PaymentJson(intent.id().value(), intent.redirectUrl(), false);
        }
        var order = of.get();
        var payment =
                Refused.unless(payments.pay(actor, order, chosen(order, cards), wanted.gateway(), returnUrl, key));
        var intent = payment.intent();
        return intent == null
                ? new PaymentJson(null, null, true)
                : new PaymentJson(intent.id().value(), intent.redirectUrl(), false);
    }

    private List<ChosenCard> chosen(Order order, List<@Nullable NewCardPart> cards) {
        return IntStream.range(0, cards.size())
                .mapToObj(i -> chosen(order, Objects.requireNonNullElse(cards.get(i), NOTHING), "cards[" + i + "]"))
                .toList();
    }

    private static final NewCardPart NOTHING = new NewCardPart(null, null);

    private ChosenCard chosen(Order order, NewCardPart part, String field) {
        var id = part.cardId();
        if (id == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, field + ".cardId"));
        }
        if (!RegionId.isIn(id)) {
            throw new Absent("card " + id);
        }
        var minor = amounts.minor(order.id().value(), part.amount(), field + ".amount");
        if (minor != null && minor < 1) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, field + ".amount"));
        }
        return new ChosenCard(new CardId(id), minor);
    }
}
