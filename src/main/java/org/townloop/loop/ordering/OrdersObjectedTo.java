package org.townloop.loop.ordering;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;

/** Orders to which somebody objects, until it is settled. */
@Component
public class OrdersObjectedTo {

    private final JdbcClient jdbc;

    OrdersObjectedTo(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the region. */
    public List<UUID> in(RegionId region) {
        return jdbc.sql("select id from ordering.orders where region_id = ? and state = 'DISPUTED'")
                .param(region.number())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
