package org.townloop.loop.quote;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;

/**
 * What was paid of stages, and what goes back of it.
 *
 * @param orders of the stages that have one
 * @param back of those that were called off, or were not had and settled so
 */
public record StageMoney(Map<OrderId, Order> orders, Map<OrderId, Money> back) {

    static final StageMoney NONE = new StageMoney(Map.of(), Map.of());

    /** Null if the stage has none. */
    public @Nullable Order order(Stage stage) {
        return stage.order() == null ? null : orders.get(stage.order());
    }

    /** What goes back of a stage; null if it was not called off. */
    public @Nullable Money back(Stage stage) {
        return stage.order() == null ? null : back.get(stage.order());
    }

    /** What goes back of all stages. */
    public Money back(Quotation of) {
        return of.stages().stream()
                .flatMap(stage -> Stream.ofNullable(back(stage)))
                .reduce(Money.zero(of.total().currency()), Money::plus);
    }

    /** What was paid of all stages. */
    public Money paid(Quotation of) {
        return of.stages().stream()
                .flatMap(stage -> Stream.ofNullable(order(stage)))
                .filter(Progress::wasPaid)
                .map(Order::total)
                .reduce(Money.zero(of.total().currency()), Money::plus);
    }

    /** Whether something of it is still to be called off. */
    public boolean isUnsettled(Quotation of) {
        return of.stages().stream()
                .flatMap(stage -> Stream.ofNullable(order(stage)))
                .anyMatch(order -> (order.state() == OrderState.HELD || order.state() == OrderState.PAID)
                        && back.get(order.id()) == null);
    }
}
