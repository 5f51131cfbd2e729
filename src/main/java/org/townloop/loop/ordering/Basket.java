package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * Orders that were held together: all of them or none. From then on each is an order of its own.
 *
 * @param orders at least one, in the order in which they were asked for; all of one resident, region and currency
 */
public record Basket(BasketId id, List<Order> orders) {

    public PersonId resident() {
        return orders.getFirst().resident();
    }

    /** What waits for its payment. */
    public List<Order> held() {
        return orders.stream().filter(order -> order.state() == OrderState.HELD).toList();
    }

    /** What all of them cost together, whatever became of them. */
    public Money total() {
        return sum(orders, Order::due);
    }

    /** What is still to be paid. */
    public Money due() {
        return sum(held(), Order::due);
    }

    /** Until when all that is held is held. */
    public Instant holdExpiresAt() {
        return orders.stream().map(Order::holdExpiresAt).min(Instant::compareTo).orElseThrow();
    }

    private Money sum(List<Order> some, Function<Order, Money> amount) {
        return some.stream()
                .map(amount)
                .reduce(Money.zero(orders.getFirst().total().currency()), Money::plus);
    }
}
