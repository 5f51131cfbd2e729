package org.townloop.loop.ordering;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Who would hold something more, and where. */
    public record Holder(PersonId resident, PlaceId place) {}

    /** The same of one resident and place. */
    public HoldCount of(PersonId resident, PlaceId place, Instant now) {
        var holder = new Holder(resident, place);
        return Objects.requireNonNull(of(List.of(holder), now).get(holder));
    }

    /**
     * What residents hold now without having paid, anywhere and at the place; a basket is one, with all its units. Goods are
     * not counted one by one.
     */
    public Map<Holder, HoldCount> of(Collection<Holder> holders, Instant now) {
        return jdbc
                .query(
                        """
                        select w.resident_id, w.place_id, count(distinct coalesce(b.basket_id, o.id)) as orders,
                            count(distinct coalesce(b.basket_id, o.id)) filter (where o.place_id = w.place_id) as here,
                            coalesce(sum(l.quantity)
                                filter (where o.place_id = w.place_id and d.order_id is null), 0) as units
                        from unnest(?::uuid[], ?::uuid[]) as w (resident_id, place_id)
                        left join ordering.orders o
                            on o.resident_id = w.resident_id and o.state = 'HELD' and o.hold_expires_at > ?
                        left join ordering.line l on (l.region_id, l.order_id) = (o.region_id, o.id)
                        left join ordering.basket_order b on (b.region_id, b.order_id) = (o.region_id, o.id)
                        left join ordering.delivery d on (d.region_id, d.order_id) = (o.region_id, o.id)
                        group by w.resident_id, w.place_id
                        """,
                        (row, number) -> Map.entry(
                                new Holder(
                                        new PersonId(row.getObject("resident_id", UUID.class)),
                                        new PlaceId(row.getObject("place_id", UUID.class))),
                                new HoldCount(row.getInt("orders"), row.getInt("here"), row.getInt("units"))),
                        holders.stream().map(each -> each.resident().value()).toArray(UUID[]::new),
                        holders.stream().map(each -> each.place().value()).toArray(UUID[]::new),
                        Timestamp.from(now))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
