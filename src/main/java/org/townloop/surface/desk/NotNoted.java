package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.ShopOrders;

/** What somebody had at a place, and nobody there has noted as paid yet. */
@Component
class NotNoted {

    /** @param counts when it counts as paid by itself */
    record Row(String what, String when, String amount, String counts, String href) {}

    private final Orders orders;
    private final ShopOrders shopOrders;
    private final Balances balances;

    NotNoted(Orders orders, ShopOrders shopOrders, Balances balances) {
        this.orders = orders;
        this.shopOrders = shopOrders;
        this.balances = balances;
    }

    List<Row> of(Desk desk) {
        var ids = shopOrders.notCounted(desk.place().id());
        if (ids.isEmpty()) {
            return List.of();
        }
        var had = orders.get(ids);
        var left = balances.of(had.values());
        return ids.stream().flatMap(id -> row(desk, id, had, left)).toList();
    }

    private static Stream<Row> row(Desk desk, OrderId id, Map<OrderId, Order> had, Map<OrderId, Balance> left) {
        var order = Objects.requireNonNull(had.get(id));
        var balance = left.get(id);
        var terms = order.terms().atShop();
        var settled = order.settledAt();
        return balance == null
                        || terms == null
                        || settled == null
                        || !balance.open().isPositive()
                ? Stream.empty()
                : Stream.of(new Row(
                        desk.page().say(order.title()),
                        desk.times().moment(order.startsAt() == null ? settled : order.startsAt()),
                        desk.page().money(balance.open()),
                        desk.times().moment(terms.countsAt(settled)),
                        "/counter/orders/" + id.value() + "/balance"));
    }
}
