package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.ShopOrders;
import org.townloop.supply.merchant.Places;

/** Some days before what nobody has noted counts as paid at the shop, its merchant is told. */
@Component
class WarningAtShop implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(WarningAtShop.class);
    private static final int BATCH = 200;

    private final Orders orders;
    private final ShopOrders shopOrders;
    private final Balances balances;
    private final Notices notices;
    private final People people;
    private final Places places;
    private final Atomically atomically;
    private final Clock clock;
    private final int daysBefore;

    WarningAtShop(
            Orders orders,
            ShopOrders shopOrders,
            Balances balances,
            Notices notices,
            People people,
            Places places,
            Atomically atomically,
            Clock clock,
            @Value("${townloop.at-shop.warned-days-before}") int daysBefore) {
        this.orders = orders;
        this.shopOrders = shopOrders;
        this.balances = balances;
        this.notices = notices;
        this.people = people;
        this.places = places;
        this.atomically = atomically;
        this.clock = clock;
        this.daysBefore = daysBefore;
    }

    @Override
    public String name() {
        return "warn-at-shop";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        shopOrders.toBeWarnedOf(clock.instant(), daysBefore, BATCH).forEach(this::warn);
    }

    /** One that fails keeps no other back. */
    private void warn(OrderId id) {
        try {
            atomically.run(() -> {
                var order = orders.lock(id);
                var balance = balances.of(order);
                if (shopOrders.warned(id, clock.instant()) && balance.open().isPositive()) {
                    tell(order, balance);
                }
                return Outcome.done(id);
            });
        } catch (RuntimeException e) {
            LOG.error("nobody can be told that order {} counts as paid soon", id.value(), e);
        }
    }

    private void tell(Order order, Balance balance) {
        var terms = order.terms().atShop();
        var settled = order.settledAt();
        if (terms == null || settled == null) {
            return;
        }
        var facts = facts(order, balance, terms.countsAt(settled));
        notices.tell(
                people.merchantsPeople(order.id().region(), order.merchant().value()).stream()
                        .map(person -> new NewNotice(
                                person, Notice.Kind.COUNTS_SOON, order.id().value(), facts))
                        .toList());
    }

    private Map<String, Object> facts(Order order, Balance balance, Instant counts) {
        return Map.of(
                "title",
                order.title(),
                "place",
                places.get(order.place()).name(),
                "path",
                "/desk/statement?place=" + order.place().value(),
                "totalMinor",
                balance.open().minor(),
                "currency",
                balance.open().currency().getCurrencyCode(),
                "dueAt",
                counts.toString());
    }
}
