package org.townloop.loop.quote;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.HadTogether;
import org.townloop.loop.ordering.OrderId;

/** The people come with the first stage: what is paid later is had with it. */
@Component
class FirstStages implements HadTogether {

    private final JdbcClient jdbc;

    FirstStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OrderId> with(OrderId order) {
        return jdbc.sql("""
            select f.order_id
            from quote.stage s
            join quote.stage f on (f.region_id, f.quotation_id, f.stage) = (s.region_id, s.quotation_id, 1)
            where s.region_id = ? and s.order_id = ? and s.stage > 1 and f.order_id is not null
            """)
                .params(order.region().number(), order.value())
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .optional();
    }
}
