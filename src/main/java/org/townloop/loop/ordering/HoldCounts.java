package org.townloop.loop.ordering;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;

/** Orders that keep something and are not paid yet. */
@Component
public class HoldCounts {

    private final JdbcTemplate jdbc;

    HoldCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the resident holds now without having paid, anywhere and at the place; a basket is one, with all its units. Goods
     * are not counted one by one.
     */
    public HoldCount of(PersonId resident, PlaceId place, Instant now) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select count(distinct coalesce(b.basket_id, o.id)) as orders,
                    count(distinct coalesce(b.basket_id, o.id)) filter (where o.place_id = ?) as here,
                    coalesce(sum(l.quantity) filter (where o.place_id = ? and d.order_id is null), 0) as units
                from ordering.orders o
                join ordering.line l on (l.region_id, l.order_id) = (o.region_id, o.id)
                left join ordering.basket_order b on (b.region_id, b.order_id) = (o.region_id, o.id)
                left join ordering.delivery d on (d.region_id, d.order_id) = (o.region_id, o.id)
                where o.resident_id = ? and o.state = 'HELD' and o.hold_expires_at > ?
                """,
                (row, number) -> new HoldCount(row.getInt("orders"), row.getInt("here"), row.getInt("units")),
                place.value(),
                place.value(),
                resident.value(),
                Timestamp.from(now)));
    }
}
