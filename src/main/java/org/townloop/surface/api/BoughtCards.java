package org.townloop.surface.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.CardSales;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.RequestReason;

/** Cards that are bought by an order. */
@Component
class BoughtCards {

    private final CardSales sales;
    private final Amounts amounts;

    BoughtCards(CardSales sales, Amounts amounts) {
        this.sales = sales;
        this.amounts = amounts;
    }

    Order order(Actor actor, NewOrder wanted, NewOrder.CardJson card, String key) {
        var minor = card.amount() == null ? 0 : card.amount().minor();
        return switch (sales.order(actor, wanted.readCard(card, minor), key)) {
            case Outcome.Done<Order>(var order) -> order;
            case Outcome.Refused<Order>(var refusal) -> throw Refused.with(named(refusal));
        };
    }

    /**
     * Of a card that is wanted it is said what it is to be worth, in the currency in which it is sold.
     *
     * @param field where the card stands
     */
    void requireAmount(UUID offer, NewOrder.@Nullable CardJson card, String field) {
        if (card == null) {
            return;
        }
        if (card.amount() == null) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_MISSING, field + ".amount"));
        }
        if (amounts.minorOrNothing(offer, card.amount(), field + ".amount") < 1) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, field + ".amount"));
        }
    }

    /** By the fields of the call. */
    private static Refusal named(Refusal refusal) {
        var field = refusal.field();
        return field == null
                ? refusal
                : Refusal.of(refusal.reason(), field.equals("card") ? "offerId" : "card." + field, refusal.facts());
    }
}
