package org.townloop.loop.checkout;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.booking.Closures;

/** Which orders cannot be had as they were sold, because their place has closed at their time since. */
@Component
class ClosedOrders {

    private final Closures closures;
    private final Ledger ledger;
    private final List<HadTogether> together;

    ClosedOrders(Closures closures, Ledger ledger, List<HadTogether> together) {
        this.closures = closures;
        this.ledger = ledger;
        this.together = together;
    }

    /** Also of what takes nobody's time itself, if what it is had with cannot be had. */
    boolean isClosed(Order order) {
        return closures.isClosed(order.id().value())
                || order.first().startsAt() == null
                        && together.stream()
                                .flatMap(each -> each.with(order.id()).stream())
                                .anyMatch(this::cannotBeHad);
    }

    /** That it was closed to is forgotten once it is called off: then all of it has come back. */
    private boolean cannotBeHad(OrderId order) {
        return closures.isClosed(order.value())
                || ledger.of(order.value())
                        .filter(money -> money.refunded().isPositive()
                                && money.refunded().equals(money.captured()))
                        .isPresent();
    }
}
