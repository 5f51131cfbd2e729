package org.townloop.loop.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Site;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.json.JsonMapper;

/** Reads orders with their lines: two statements, however many orders. */
@Component
class OrderRows {

    private record LineOf(OrderId order, Line line) {}

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    OrderRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param condition what follows {@code where}, with its order and limit */
    List<Order> where(String condition, Object... parameters) {
        var orders = jdbc.query("""
            select region_id, id, resident_id, merchant_id, place_id, state, pays, total_minor, balance_minor, coupon_minor, currency,
                terms, hold_expires_at, starts_at, no_show_at, created_at, paid_at, fulfilled_at, settled_at, closed_at
            from ordering.orders where
            """ + condition, this::order, parameters);
        if (orders.isEmpty()) {
            return orders;
        }
        var lines = lines(orders.stream()
                .collect(Collectors.toMap(Order::id, order -> order.total().currency())));
        return orders.stream()
                .map(order -> withLines(order, lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    Optional<OrderHead> head(OrderId id) {
        return jdbc
                .query(
                        """
                        select resident_id, state, terms -> 'cancellation' ->> 'unopened' is not null as opened_online
                        from ordering.orders where region_id = ? and id = ?
                        """,
                        (row, number) -> new OrderHead(
                                id,
                                new PersonId(row.getObject("resident_id", UUID.class)),
                                OrderState.valueOf(row.getString("state")),
                                row.getBoolean("opened_online")),
                        id.region().number(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** Those in which something of these deals is held or paid. */
    List<UUID> openOf(Collection<UUID> deals) {
        return jdbc.query(
                """
                select distinct o.id
                from ordering.line l
                join ordering.orders o on o.region_id = l.region_id and o.id = l.order_id
                where l.region_id = any (?) and l.deal_id = any (?) and o.state in ('HELD', 'PAID')
                """,
                (row, number) -> row.getObject("id", UUID.class),
                deals.stream()
                        .map(deal -> RegionId.of(deal).number())
                        .distinct()
                        .toArray(Integer[]::new),
                deals.toArray(UUID[]::new));
    }

    /** What was bought in those orders. */
    Map<OrderId, List<Line>> lines(Collection<OrderId> orders) {
        var currencies = new HashMap<OrderId, Currency>();
        jdbc.query(
                "select id, currency from ordering.orders where region_id = any (?) and id = any (?)",
                row -> {
                    currencies.put(
                            new OrderId(row.getObject("id", UUID.class)),
                            Currency.getInstance(row.getString("currency")));
                },
                regions(orders),
                ids(orders));
        return lines(currencies);
    }

    private Map<OrderId, List<Line>> lines(Map<OrderId, Currency> orders) {
        return jdbc
                .query("""
                    select order_id, line, offer_id, offer_version, title, quantity, unit_minor, extra_minor, off_minor,
                        starts_at, ends_at, answers, site, deal_id
                    from ordering.line
                    where region_id = any (?) and order_id = any (?)
                    order by order_id, line
                    """, (row, number) -> line(row, orders), regions(orders.keySet()), ids(orders.keySet()))
                .stream()
                .collect(Collectors.groupingBy(
                        LineOf::order, Collectors.mapping(LineOf::line, Collectors.toUnmodifiableList())));
    }

    private static Integer[] regions(Collection<OrderId> orders) {
        return orders.stream().map(order -> order.region().number()).distinct().toArray(Integer[]::new);
    }

    private static UUID[] ids(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toArray(UUID[]::new);
    }

    private Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                new OrderId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("resident_id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                OrderState.valueOf(row.getString("state")),
                Pays.valueOf(row.getString("pays")),
                Money.of(row.getLong("total_minor"), row.getString("currency")),
                Money.of(row.getLong("balance_minor"), row.getString("currency")),
                json.readValue(row.getString("terms"), Terms.class),
                row.getTimestamp("hold_expires_at").toInstant(),
                instant(row, "starts_at"),
                instant(row, "no_show_at"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "paid_at"),
                instant(row, "fulfilled_at"),
                instant(row, "settled_at"),
                instant(row, "closed_at"),
                List.of(),
                Money.of(row.getLong("coupon_minor"), row.getString("currency")));
    }

    private LineOf line(ResultSet row, Map<OrderId, Currency> currencies) throws SQLException {
        var order = new OrderId(row.getObject("order_id", UUID.class));
        var currency = Objects.requireNonNull(currencies.get(order));
        return new LineOf(
                order,
                new Line(
                        row.getInt("line"),
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getInt("offer_version"),
                        json.readValue(row.getString("title"), Words.class),
                        row.getInt("quantity"),
                        new Money(row.getLong("unit_minor"), currency),
                        new Money(row.getLong("extra_minor"), currency),
                        instant(row, "starts_at"),
                        instant(row, "ends_at"),
                        json.readTree(row.getString("answers")),
                        site(row),
                        row.getObject("deal_id", UUID.class),
                        new Money(row.getLong("off_minor"), currency)));
    }

    private @Nullable Site site(ResultSet row) throws SQLException {
        var site = row.getString("site");
        return site == null ? null : json.readValue(site, Site.class);
    }

    private static Order withLines(Order order, List<Line> lines) {
        return new Order(
                order.id(),
                order.resident(),
                order.merchant(),
                order.place(),
                order.state(),
                order.pays(),
                order.total(),
                order.balance(),
                order.terms(),
                order.holdExpiresAt(),
                order.startsAt(),
                order.noShowAt(),
                order.createdAt(),
                order.paidAt(),
                order.fulfilledAt(),
                order.settledAt(),
                order.closedAt(),
                lines,
                order.coupon());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
