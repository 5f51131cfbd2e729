package org.townloop.loop.ordering;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The negative control of races for orders. */
public final class UnlockedOrders {

    private UnlockedOrders() {}

    /** Reads and goes on as if it had locked; when it has read, the other one goes as far as they get. */
    public static Orders of(ApplicationContext town, boolean locked, Runnable other) {
        return new Orders(
                town.getBean(JdbcTemplate.class),
                town.getBean(OrderRows.class),
                town.getBean(OrderInserts.class),
                town.getBean(JsonMapper.class)) {
            @Override
            public List<Order> lock(Collection<OrderId> ids) {
                var read = locked
                        ? super.lock(ids)
                        : get(ids).values().stream()
                                .sorted(Comparator.comparing(order -> order.id().value()))
                                .toList();
                other.run();
                return read;
            }
        };
    }
}
