package org.townloop.loop.checkout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationCause;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;

/**
 * Which orders were paid by one payment or called off at one moment, so that they are told of in one letter.
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

    /** The order and those that were held with it and called off at the same moment. */
    List<Order> calledOffWith(Order order, Map<OrderId, Order> known, Map<OrderId, Cancellation> calledOff) {
        var off = calledOff.get(order.id());
        return !baskets.containsKey(order.id()) || off == null || off.cause() != CancellationCause.BY_RESIDENT
                ? List.of(order)
                : calledOffAsOf(order, known, calledOff);
    }

    /** Those that their resident called off at the moment of the order's cancellation, and that are called off still. */
    List<Order> calledOffAsOf(Order order, Map<OrderId, Order> known, Map<OrderId, Cancellation> calledOff) {
        var basket = baskets.get(order.id());
        var off = calledOff.get(order.id());
        return basket == null || off == null
                ? List.of()
                : orders.getOrDefault(basket, List.of()).stream()
                        .filter(id -> isWith(off, calledOff.get(id)))
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** What turned out to be used, or what the place called off meanwhile, is told of by itself. */
    private static boolean isWith(Cancellation off, @Nullable Cancellation other) {
        return other != null
                && other.requestedAt().equals(off.requestedAt())
                && other.cause() == CancellationCause.BY_RESIDENT
                && other.state() != CancellationState.FALLEN_AWAY;
    }

    /** The page on which all of them are. */
    String path(Order order) {
        return orders.entrySet().stream()
                .filter(basket -> basket.getValue().contains(order.id()))
                .findFirst()
                .map(basket -> "/baskets/" + basket.getKey().value())
                .orElseThrow(() -> new IllegalStateException("it was held alone: " + order.id()));
    }
}
