package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.ShopOrders;

/** What was had and is to be paid at the shop counts as paid some days later, though nobody has noted it. */
@Component
class CountingAtShop implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(CountingAtShop.class);
    private static final int BATCH = 200;

    private final Orders orders;
    private final ShopOrders shopOrders;
    private final Balances balances;
    private final Atomically atomically;
    private final Clock clock;

    CountingAtShop(Orders orders, ShopOrders shopOrders, Balances balances, Atomically atomically, Clock clock) {
        this.orders = orders;
        this.shopOrders = shopOrders;
        this.balances = balances;
        this.atomically = atomically;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "count-at-shop";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        shopOrders.toBeCounted(clock.instant(), BATCH).forEach(this::count);
    }

    /** One that fails keeps no other back. */
    private void count(OrderId id) {
        try {
            atomically.run(() -> {
                balances.count(orders.lock(id));
                shopOrders.counted(id, clock.instant());
                return Outcome.done(id);
            });
        } catch (RuntimeException e) {
            LOG.error("order {} cannot be counted as paid", id.value(), e);
        }
    }
}
