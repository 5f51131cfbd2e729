package org.townloop.loop.ordering;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.RegionId;

/** Orders that are to be called off because their place does not hold what they bought, until they are. */
@Component
public class CallOffs {

    private final JdbcClient jdbc;

    CallOffs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** To be called off at once; what is noted already stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Collection<UUID> orders, Instant now) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into ordering.call_off (region_id, order_id, noted_at, try_at)
            select o.region_id, o.id, w.at, w.at
            from unnest(?::int[], ?::uuid[]) as n (region_id, id)
            join ordering.orders o using (region_id, id)
            cross join (select ?::timestamptz as at) w
            on conflict do nothing
            """)
                .params(
                        orders.stream().map(id -> RegionId.of(id).number()).toArray(Integer[]::new),
                        orders.toArray(UUID[]::new),
                        Timestamp.from(now))
                .update();
    }

    /** Those whose turn it is, the longest waiting first. */
    public List<OrderId> due(Instant now, int limit) {
        return jdbc.sql("select order_id from ordering.call_off where try_at <= ? order by try_at limit ?")
                .params(Timestamp.from(now), limit)
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void done(OrderId order) {
        jdbc.sql("delete from ordering.call_off where region_id = ? and order_id = ?")
                .params(order.region().number(), order.value())
                .update();
    }

    /** It cannot be before that moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tryAt(OrderId order, Instant when) {
        jdbc.sql("update ordering.call_off set try_at = ? where region_id = ? and order_id = ?")
                .params(Timestamp.from(when), order.region().number(), order.value())
                .update();
    }

    /** It is tried again after ten seconds, then after twice as long each time, at last every hour or so. */
    @Transactional
    public void tryLater(OrderId order, Instant now) {
        jdbc.sql("""
            update ordering.call_off
            set tries = tries + 1, try_at = ?::timestamptz + interval '10 seconds' * (1 << least(tries, 9))
            where region_id = ? and order_id = ?
            """)
                .params(Timestamp.from(now), order.region().number(), order.value())
                .update();
    }
}
