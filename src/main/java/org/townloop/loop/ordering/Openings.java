package org.townloop.loop.ordering;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which of what was bought online was opened, and when. */
@Component
public class Openings {

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that a line was opened; the first time counts.
     *
     * @param number of what was opened, as the seller has corrected it; 0 for codes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(OrderId order, int line, int number, Instant at) {
        jdbc.sql("""
            insert into ordering.opening (region_id, order_id, line, number, opened_at) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """)
                .params(order.region().number(), order.value(), line, number, Timestamp.from(at))
                .update();
    }

    /** When it was opened first. */
    public Optional<Instant> firstOf(OrderId order) {
        return jdbc.sql("select min(opened_at) as first from ordering.opening where region_id = ? and order_id = ?")
                .params(order.region().number(), order.value())
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("first")).map(Timestamp::toInstant))
                .single();
    }
}
