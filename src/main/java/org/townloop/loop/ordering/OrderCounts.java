package org.townloop.loop.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;

/** How many orders came how far, and which they are. */
@Component
public class OrderCounts {

    /** Nothing happens to an order later after its making: a time is booked at most sixty days ahead. */
    private static final Duration ORDER_LIVES = Duration.ofDays(90);

    // The index by region and time of making bounds what is read.
    private static final String WITHIN = """
        from (select ?::timestamptz as since, ?::timestamptz as until, ?::timestamptz as now) w
        join ordering.orders o on o.region_id = any (?) and o.created_at >= ? and o.created_at < w.until
        """;

    private static final String COUNT = "select o.place_id, "
            + Arrays.stream(Stage.values())
                    .map(stage -> "count(*) filter (where " + stage.condition() + ") as " + stage.name())
                    .collect(Collectors.joining(", "))
            + " " + WITHIN + "group by o.place_id";

    private final JdbcTemplate jdbc;
    private final OrderRows rows;
    private final Clock clock;

    OrderCounts(JdbcTemplate jdbc, OrderRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** By place; a place with no order in that time is left out. */
    public List<OrderCount> of(Collection<RegionId> regions, Instant from, Instant to) {
        return jdbc.query(COUNT, OrderCounts::count, span(regions, from, to));
    }

    /**
     * The orders that are counted, the latest made first.
     *
     * @param places only those at these places; null for all
     * @param before those made before this one, to go on from the last of a page; null for the first page
     */
    public List<Order> behind(
            Stage stage,
            Collection<RegionId> regions,
            @Nullable Collection<PlaceId> places,
            Instant from,
            Instant to,
            @Nullable OrderId before,
            int limit) {
        var ids = jdbc.query(
                "select o.id " + WITHIN + "where " + stage.condition() + """
                     and (?::uuid[] is null or o.place_id = any (?::uuid[])) and (?::uuid is null or o.id < ?::uuid)
                    order by o.id desc limit ?
                    """,
                (row, number) -> row.getObject("id", UUID.class),
                with(span(regions, from, to), values(places), values(places), value(before), value(before), limit));
        return ids.isEmpty() ? List.of() : newestFirst(regions, ids);
    }

    private List<Order> newestFirst(Collection<RegionId> regions, List<UUID> ids) {
        return rows.where(
                "region_id = any (?) and id = any (?) order by id desc", numbers(regions), ids.toArray(UUID[]::new));
    }

    private Object[] span(Collection<RegionId> regions, Instant from, Instant to) {
        return new Object[] {
            Timestamp.from(from),
            Timestamp.from(to),
            Timestamp.from(clock.instant()),
            numbers(regions),
            Timestamp.from(from.minus(ORDER_LIVES))
        };
    }

    private static @Nullable Object[] with(Object[] some, @Nullable Object... more) {
        @Nullable Object[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static OrderCount count(ResultSet row, int number) throws SQLException {
        var reached = new EnumMap<Stage, Integer>(Stage.class);
        for (var stage : Stage.values()) {
            reached.put(stage, row.getInt(stage.name()));
        }
        return new OrderCount(new PlaceId(row.getObject("place_id", UUID.class)), reached);
    }

    private static Integer[] numbers(Collection<RegionId> regions) {
        return regions.stream().map(RegionId::number).toArray(Integer[]::new);
    }

    private static UUID @Nullable [] values(@Nullable Collection<PlaceId> places) {
        return places == null ? null : places.stream().map(PlaceId::value).toArray(UUID[]::new);
    }

    private static @Nullable UUID value(@Nullable OrderId order) {
        return order == null ? null : order.value();
    }
}
