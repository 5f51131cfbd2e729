package org.townloop.loop.checkout;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;

/**
 * What an order would cost at another time. What was paid through us stays what it is: nobody pays again, and nothing comes
 * back by a move.
 *
 * @param unit what one of the line costs then
 */
record MovePrice(Order order, Line line, Money unit) {

    /**
     * Why it is not moved at that price: it is dearer and all was paid; it is less than the deposit, of which nothing comes
     * back by a move; or another sum is left to be paid at the place than its resident knows of.
     *
     * @param shown the balance that they were shown, in minor units; null for that which it has
     */
    Optional<Refusal> refusal(@Nullable Long shown) {
        if (order.terms().deposit() == null) {
            return unit.minor() > line.unit().minor()
                    ? Optional.of(Refusal.of(CheckoutReason.MOVE_COSTS_MORE, "slotStart"))
                    : Optional.empty();
        }
        var left = left();
        if (left.minor() < 0) {
            var price = left.plus(order.total());
            return Optional.of(Refusal.of(
                    CheckoutReason.MOVE_COSTS_LESS, "slotStart", Map.of("price", price, "deposit", order.total())));
        }
        return left.minor() == (shown == null ? order.balance().minor() : shown)
                ? Optional.empty()
                : Optional.of(Refusal.of(CheckoutReason.MOVE_BALANCE, "balance", Map.of("balance", left)));
    }

    /** The balance to be shown, or why it is not moved at that price. */
    Outcome<Money> shown() {
        return refusal(balance().minor())
                .<Outcome<Money>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(balance()));
    }

    /** What is left of the price at the place once what was paid is taken off; nothing where all was paid. */
    Money balance() {
        return order.terms().deposit() == null ? order.balance() : left();
    }

    private Money left() {
        return unit.times(line.quantity()).plus(line.extra()).minus(order.total());
    }
}
