package org.townloop.loop.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.json.JsonMapper;

/** What stands beside orders of goods: the fee, how far they are packed, and what was packed of each line. */
@Component
public class Deliveries {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Deliveries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Nothing if it is no order of goods. */
    public Optional<Delivery> of(OrderId order) {
        return Optional.ofNullable(of(List.of(order)).get(order));
    }

    /** Those of the orders that are orders of goods. */
    public Map<OrderId, Delivery> of(Collection<OrderId> orders) {
        return jdbc.sql("""
            select d.order_id, d.fee_minor, d.state, d.back_minor, d.packed_at, d.out_at, o.currency
            from ordering.delivery d
            join ordering.orders o on (o.region_id, o.id) = (d.region_id, d.order_id)
            where d.region_id = any (?) and d.order_id = any (?)
            """).params(regions(orders), ids(orders)).query(Deliveries::delivery).list().stream()
                .collect(Collectors.toMap(Delivery::order, each -> each));
    }

    /** What was packed of each of those orders, by line; orders that are not packed are left out. */
    public Map<OrderId, Map<Integer, PackedLine>> packed(Collection<OrderId> orders) {
        return jdbc
                .sql("""
                    select p.order_id, p.line, p.quantity, p.other_offer, p.other_title, p.other_quantity,
                        p.sold_minor, p.charged_minor, o.currency
                    from ordering.packed_line p
                    join ordering.orders o on (o.region_id, o.id) = (p.region_id, p.order_id)
                    where p.region_id = any (?) and p.order_id = any (?)
                    """)
                .params(regions(orders), ids(orders))
                .query((row, number) -> Map.entry(new OrderId(row.getObject("order_id", UUID.class)), packedLine(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.toMap(each -> each.getValue().line(), Map.Entry::getValue)));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(OrderId order, Money fee) {
        jdbc.sql("insert into ordering.delivery (region_id, order_id, fee_minor) values (?, ?, ?)")
                .params(order.region().number(), order.value(), fee.minor())
                .update();
    }

    /** Somebody begins to pack; false if somebody did before. The caller has locked the order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(OrderId order) {
        return jdbc.sql("""
            update ordering.delivery set state = 'PICKING' where region_id = ? and order_id = ? and state = 'ORDERED'
            """).params(order.region().number(), order.value()).update() == 1;
    }

    /**
     * It is packed like that. The caller has locked the order.
     *
     * @return false if it was packed before: then nothing is written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean pack(OrderId order, Collection<PackedLine> lines, Money back, Instant now) {
        var first = jdbc.sql("""
            update ordering.delivery set state = 'PACKED', back_minor = ?, packed_at = ?
            where region_id = ? and order_id = ? and state in ('ORDERED', 'PICKING')
            """)
                        .params(
                                back.minor(),
                                now.atOffset(ZoneOffset.UTC),
                                order.region().number(),
                                order.value())
                        .update()
                == 1;
        if (first) {
            lines.forEach(line -> insert(order, line));
        }
        return first;
    }

    /** Those of the orders that are packed are on their way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderId> setOut(Collection<OrderId> orders, Instant now) {
        return jdbc.sql("""
            update ordering.delivery set state = 'ON_THE_WAY', out_at = ?
            where region_id = any (?) and order_id = any (?) and state = 'PACKED'
            returning order_id
            """)
                .params(now.atOffset(ZoneOffset.UTC), regions(orders), ids(orders))
                .query((row, number) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    private void insert(OrderId order, PackedLine line) {
        var other = line.other();
        jdbc.sql("""
            insert into ordering.packed_line (region_id, order_id, line, quantity, other_offer, other_title, other_quantity,
                sold_minor, charged_minor)
            values (:region, :order, :line, :quantity, cast(:offer as uuid), cast(:title as jsonb), :others, :sold, :charged)
            """)
                .param("region", order.region().number())
                .param("order", order.value())
                .param("line", line.line())
                .param("quantity", line.quantity())
                .param("offer", other == null ? null : other.offer().value().toString())
                .param("title", other == null ? null : json.writeValueAsString(other.title()))
                .param("others", other == null ? 0 : other.quantity())
                .param("sold", line.sold().minor())
                .param("charged", line.charged().minor())
                .update();
    }

    private PackedLine packedLine(ResultSet row) throws SQLException {
        var other = row.getString("other_title");
        var currency = row.getString("currency");
        return new PackedLine(
                row.getInt("line"),
                row.getInt("quantity"),
                other == null
                        ? null
                        : new PackedLine.Other(
                                new OfferId(row.getObject("other_offer", UUID.class)),
                                json.readValue(other, Words.class),
                                row.getInt("other_quantity")),
                Money.of(row.getLong("sold_minor"), currency),
                Money.of(row.getLong("charged_minor"), currency));
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Delivery(
                new OrderId(row.getObject("order_id", UUID.class)),
                Money.of(row.getLong("fee_minor"), currency),
                PackingState.valueOf(row.getString("state")),
                Money.of(row.getLong("back_minor"), currency),
                instant(row, "packed_at"),
                instant(row, "out_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Integer[] regions(Collection<OrderId> orders) {
        return orders.stream().map(order -> order.region().number()).distinct().toArray(Integer[]::new);
    }

    private static UUID[] ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toArray(UUID[]::new);
    }
}
