package org.townloop.loop.checkout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;

/**
 * Which orders were paid by one payment, so that they are told of in one letter.
 *
 * @param baskets of the orders that were held together with others
 * @param orders of each of these baskets, in the order in which they were asked for
 */
record PaidTogether(Map<OrderId, BasketId> baskets, Map<BasketId, List<OrderId>> orders) {

    static final PaidTogether NONE = new PaidTogether(Map.of(), Map.of());

    /** The order and those that were paid with it at the same moment. */
    List<Order> with(Order order, Map<OrderId, Order> known) {
        var basket = baskets.get(order.id());
        return basket == null || order.paidAt() == null
                ? List.of(order)
                : orders.getOrDefault(basket, List.of()).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .filter(other -> Objects.equals(other.paidAt(), order.paidAt()))
                        .toList();
    }

    /** The page on which all of them are. */
    String path(Order order) {
        return "/baskets/"
                + Objects.requireNonNull(baskets.get(order.id()), "it was held alone")
                        .value();
    }
}
