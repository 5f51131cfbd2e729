package org.townloop.surface.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.ordering.Basket;

/** Baskets as JSON shows them. */
@Component
class BasketViews {

    /**
     * Orders that were held together.
     *
     * @param total of all of them, as far as it is paid through us
     * @param balance what is still to be paid at the places
     * @param due what is still held and to be paid
     */
    record BasketJson(
            UUID basketId,
            List<OrderViews.HeldJson> orders,
            Amount total,
            Amount due,
            Amount balance,
            OffsetDateTime holdExpiresAt) {}

    private final OrderViews views;
    private final Balances balances;
    private final Moments moments;

    BasketViews(OrderViews views, Balances balances, Moments moments) {
        this.views = views;
        this.balances = balances;
        this.moments = moments;
    }

    BasketJson basket(Basket basket) {
        return new BasketJson(
                basket.id().value(),
                basket.orders().stream().map(views::held).toList(),
                Amount.of(basket.total()),
                Amount.of(basket.due()),
                Amount.of(balances.open(basket.orders())),
                moments.in(basket.id().region(), basket.holdExpiresAt()));
    }
}
