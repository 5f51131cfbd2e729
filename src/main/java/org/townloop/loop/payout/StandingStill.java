package org.townloop.loop.payout;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrdersObjectedTo;
import org.townloop.loop.payment.Movements;

/** Orders whose money is not paid out while somebody objects, here or at the gateway. */
@Component
class StandingStill {

    private final OrdersObjectedTo disputed;
    private final Movements movements;

    StandingStill(OrdersObjectedTo disputed, Movements movements) {
        this.disputed = disputed;
        this.movements = movements;
    }

    Set<UUID> in(RegionId region) {
        var orders = new HashSet<>(disputed.in(region));
        orders.addAll(movements.objected(region));
        return orders;
    }
}
