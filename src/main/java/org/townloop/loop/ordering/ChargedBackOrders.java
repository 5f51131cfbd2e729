package org.townloop.loop.ordering;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders whose payer keeps what the gateway took back. The caller has locked each. */
@Component
public class ChargedBackOrders {

    private final JdbcClient jdbc;

    ChargedBackOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What it was before somebody objected; null if nobody does. */
    public @Nullable OrderState before(OrderId order) {
        return jdbc.sql("select disputed_from from ordering.orders where region_id = ? and id = ? and state ="
                        + " 'DISPUTED'")
                .params(order.region().number(), order.value())
                .query(String.class)
                .optional()
                .map(OrderState::valueOf)
                .orElse(null);
    }

    /** Its money has gone back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(OrderId order, Instant now) {
        jdbc.sql("""
            update ordering.orders set state = 'REFUNDED', disputed_from = null, closed_at = ?
            where region_id = ? and id = ? and state = 'DISPUTED'
            """)
                .params(Timestamp.from(now), order.region().number(), order.value())
                .update();
    }
}
