package org.townloop.loop.ordering;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/** Orders that residents pay at the shop: how many they keep, how many they missed, and that one becomes such an order. */
@Component
public class ShopOrders {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ShopOrders(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How many of them, still to be had, the resident keeps at the place. */
    public int open(PersonId resident, PlaceId place) {
        return count("""
            select count(*) from ordering.orders o
            where o.resident_id = ? and o.place_id = ? and o.pays = 'SHOP' and o.state = 'PAID'
              and jsonb_typeof(o.terms -> 'atShop') = 'object'
            """, resident.value(), place.value());
    }

    /** For how many of them nobody came since then, at any place. What a counter turned out to have seen was not missed. */
    public int missed(PersonId resident, Instant since) {
        return count("""
            select count(*) from ordering.orders o
            join ordering.cancellation c on (c.region_id, c.order_id) = (o.region_id, o.id)
            where o.resident_id = ? and o.pays = 'SHOP' and jsonb_typeof(o.terms -> 'atShop') = 'object'
              and c.why = ? and c.state <> 'FALLEN_AWAY' and c.requested_at >= ?
              and o.state in ('PAID', 'CANCELLED')
            """, resident.value(), CancellationCause.NOBODY_CAME.code(), Timestamp.from(since));
    }

    /** Those that were had so long ago that they count as paid, and were not looked at yet; the longest due first. */
    public List<OrderId> toBeCounted(Instant now, int limit) {
        return jdbc.query(
                """
                select id from ordering.orders
                where pays = 'SHOP' and counted_at is null and jsonb_typeof(terms -> 'atShop') = 'object'
                  and settled_at <= ?::timestamptz - (terms #>> '{atShop,countedAfterDays}')::int * interval '1 day'
                order by settled_at
                limit ?
                """, (row, number) -> new OrderId(row.getObject("id", UUID.class)), Timestamp.from(now), limit);
    }

    /**
     * Those that count as paid so soon, and of which nobody was told yet; the longest due first.
     *
     * @param before so many days before they count
     */
    public List<OrderId> toBeWarnedOf(Instant now, int before, int limit) {
        return jdbc.query(
                """
                select id from ordering.orders
                where pays = 'SHOP' and warned_at is null and counted_at is null and jsonb_typeof(terms -> 'atShop') = 'object'
                  and settled_at <= ?::timestamptz - ((terms #>> '{atShop,countedAfterDays}')::int - ?) * interval '1 day'
                order by settled_at
                limit ?
                """, (row, number) -> new OrderId(row.getObject("id", UUID.class)), Timestamp.from(now), before, limit);
    }

    /**
     * Its merchant was told, or need not be.
     *
     * @return false if that was so before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean warned(OrderId order, Instant now) {
        return jdbc.update(
                        "update ordering.orders set warned_at = ? where region_id = ? and id = ? and warned_at is null",
                        Timestamp.from(now),
                        order.region().number(),
                        order.value())
                == 1;
    }

    /** Those of the place that were had and have not counted yet, noted or not; the earliest first. */
    public List<OrderId> notCounted(PlaceId place) {
        return jdbc.query(
                """
                select id from ordering.orders
                where region_id = ? and place_id = ? and pays = 'SHOP' and counted_at is null
                  and jsonb_typeof(terms -> 'atShop') = 'object' and settled_at is not null
                order by settled_at
                """,
                (row, number) -> new OrderId(row.getObject("id", UUID.class)),
                place.region().number(),
                place.value());
    }

    /** It was looked at, and is not again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void counted(OrderId order, Instant now) {
        jdbc.update(
                "update ordering.orders set counted_at = ? where region_id = ? and id = ? and counted_at is null",
                Timestamp.from(now),
                order.region().number(),
                order.value());
    }

    private int count(String sql, Object... parameters) {
        var count = jdbc.queryForObject(sql, Integer.class, parameters);
        return count == null ? 0 : count;
    }

    /**
     * All of an order that is held is paid at the shop from now on; one that went another way meanwhile stays as it is.
     *
     * @param order which the caller has locked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean payAtShop(Order order) {
        return jdbc.update(
                        """
                        update ordering.orders
                        set pays = 'SHOP', total_minor = total_minor + balance_minor, balance_minor = 0, terms = ?::jsonb
                        where region_id = ? and id = ? and state = 'HELD' and pays = 'ESCROW'
                        """,
                        json.writeValueAsString(order.terms().allAtShop()),
                        order.id().region().number(),
                        order.id().value())
                == 1;
    }
}
