package org.townloop.loop.ordering;

import java.lang.reflect.Array;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes new orders, however many by one statement for each table. */
@Component
class OrderInserts {

    private static final String ORDERS = """
        insert into ordering.orders (region_id, id, resident_id, merchant_id, place_id, state, pays,
            total_minor, balance_minor, currency, terms, hold_expires_at, starts_at, no_show_at, created_at)
        select * from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
            ?::bigint[], ?::bigint[], ?::text[], ?::jsonb[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
            ?::timestamptz[])
        """;

    private static final String LINES = """
        insert into ordering.line (region_id, order_id, line, offer_id, offer_version, title, quantity,
            unit_minor, extra_minor, starts_at, ends_at, answers, site, deal_id)
        select * from unnest(?::int[], ?::uuid[], ?::int[], ?::uuid[], ?::int[], ?::jsonb[], ?::int[],
            ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::jsonb[], ?::jsonb[], ?::uuid[])
        """;

    private record LineOf(OrderId order, Line line) {}

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    OrderInserts(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the caller's transaction. */
    void insert(Collection<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        jdbc.update(
                ORDERS,
                column(orders, Integer.class, order -> order.id().region().number()),
                column(orders, UUID.class, order -> order.id().value()),
                column(orders, UUID.class, order -> order.resident().value()),
                column(orders, UUID.class, order -> order.merchant().value()),
                column(orders, UUID.class, order -> order.place().value()),
                column(orders, String.class, order -> order.state().name()),
                column(orders, String.class, order -> order.pays().name()),
                column(orders, Long.class, order -> order.total().minor()),
                column(orders, Long.class, order -> order.balance().minor()),
                column(orders, String.class, order -> order.total().currency().getCurrencyCode()),
                column(orders, String.class, order -> json.writeValueAsString(order.terms())),
                column(orders, String.class, order -> order.holdExpiresAt().toString()),
                column(orders, String.class, order -> text(order.startsAt())),
                column(orders, String.class, order -> text(order.noShowAt())),
                column(orders, String.class, order -> order.createdAt().toString()));
        var lines = orders.stream()
                .flatMap(order -> order.lines().stream().map(line -> new LineOf(order.id(), line)))
                .toList();
        insertLines(lines);
    }

    private void insertLines(List<LineOf> lines) {
        jdbc.update(
                LINES,
                column(lines, Integer.class, each -> each.order().region().number()),
                column(lines, UUID.class, each -> each.order().value()),
                column(lines, Integer.class, each -> each.line().line()),
                column(lines, UUID.class, each -> each.line().offer().value()),
                column(lines, Integer.class, each -> each.line().offerVersion()),
                column(
                        lines,
                        String.class,
                        each -> json.writeValueAsString(each.line().title())),
                column(lines, Integer.class, each -> each.line().quantity()),
                column(lines, Long.class, each -> each.line().unit().minor()),
                column(lines, Long.class, each -> each.line().extra().minor()),
                column(lines, String.class, each -> text(each.line().startsAt())),
                column(lines, String.class, each -> text(each.line().endsAt())),
                column(
                        lines,
                        String.class,
                        each -> json.writeValueAsString(each.line().answers())),
                column(lines, String.class, each -> site(each.line())),
                column(lines, UUID.class, each -> each.line().deal()));
    }

    private @Nullable String site(Line line) {
        return line.site() == null ? null : json.writeValueAsString(line.site());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    @SuppressWarnings("unchecked")
    private static <R, T> @Nullable T[] column(Collection<R> rows, Class<T> type, Function<R, @Nullable T> value) {
        return rows.stream().map(value).toArray(size -> (T[]) Array.newInstance(type, size));
    }
}
