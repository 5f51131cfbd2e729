package org.townloop.loop.invoice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Delivery;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;

/** Gathers what was sold and paid, from the books and from what places noted. */
@Component
class Sales {

    private final Ledger ledger;
    private final BalanceReceipts receipts;
    private final Deliveries deliveries;

    Sales(Ledger ledger, BalanceReceipts receipts, Deliveries deliveries) {
        this.ledger = ledger;
        this.receipts = receipts;
        this.deliveries = deliveries;
    }

    Sold of(Order order) {
        return of(List.of(order)).values().iterator().next();
    }

    Map<OrderId, Sold> of(Collection<Order> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        var ids = orders.stream().map(Order::id).toList();
        var money = ledger.of(ids.stream().map(OrderId::value).toList());
        var noted = receipts.of(ids);
        var fees = deliveries.of(ids);
        return orders.stream()
                .collect(Collectors.toMap(Order::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .map(order -> {
                    var currency = order.total().currency();
                    var books = money.getOrDefault(order.id().value(), OrderMoney.none(currency));
                    var atPlace = noted.getOrDefault(order.id(), List.of()).stream()
                            .map(each -> each.amount())
                            .reduce(Money.zero(currency), Money::plus);
                    return new Sold(
                            order,
                            fee(fees.get(order.id()), order),
                            books.captured(),
                            books.refunded(),
                            books.released(),
                            atPlace);
                })
                .collect(Collectors.toMap(sold -> sold.order().id(), Function.identity()));
    }

    private static Money fee(@Nullable Delivery delivery, Order order) {
        return delivery == null ? Money.zero(order.total().currency()) : delivery.fee();
    }
}
