package org.townloop.loop.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;

/** Reads what was captured, released, refunded and given of each order. */
@Component
class OrderTotals {

    private static final String OF = """
        select order_id, currency, captured, released, refunded, goodwill, charged_back
        from ledger.order_total
        where region_id = any (?) and order_id = any (?)
        """;

    private final JdbcTemplate jdbc;

    OrderTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, OrderMoney> of(Collection<UUID> orders) {
        var found = new HashMap<UUID, OrderMoney>();
        jdbc.query(
                OF,
                row -> {
                    found.put(row.getObject("order_id", UUID.class), OrderMoney.read(row, row.getString("currency")));
                },
                orders.stream()
                        .filter(RegionId::isIn)
                        .map(order -> RegionId.of(order).number())
                        .distinct()
                        .toArray(Integer[]::new),
                orders.toArray(UUID[]::new));
        return found;
    }
}
