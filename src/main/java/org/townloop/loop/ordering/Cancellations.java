package org.townloop.loop.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.PlaceId;

/** The paid orders that were called off. */
@Component
public class Cancellations {

    private static final String SELECT = """
        select c.order_id, c.place_id, c.requested_at, c.refund_minor, o.currency, c.why, c.mark, c.waits_until, c.state
        from ordering.cancellation c
        join ordering.orders o on o.region_id = c.region_id and o.id = c.order_id
        """;

    private final JdbcTemplate jdbc;

    Cancellations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Cancellation> of(OrderId order) {
        return Optional.ofNullable(of(List.of(order)).get(order));
    }

    /** Those of these orders that were called off. */
    public Map<OrderId, Cancellation> of(Collection<OrderId> orders) {
        return jdbc
                .query(
                        SELECT + "where c.region_id = any (?) and c.order_id = any (?)",
                        Cancellations::cancellation,
                        orders.stream()
                                .map(id -> id.region().number())
                                .distinct()
                                .toArray(Integer[]::new),
                        orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Cancellation::order, Function.identity()));
    }

    /** Those of the place that wait for nobody any more, or for the clock no longer. */
    public List<OrderId> due(PlaceId place, @Nullable Long knownToAll, Instant now, int limit) {
        return jdbc.query(
                """
                select order_id from ordering.cancellation
                where region_id = ? and place_id = ? and state = 'WAITING' and (mark <= ? or waits_until <= ?)
                order by mark limit ?
                """,
                (row, number) -> new OrderId(row.getObject("order_id", UUID.class)),
                place.region().number(),
                place.value(),
                knownToAll == null ? Long.MAX_VALUE : knownToAll,
                Timestamp.from(now),
                limit);
    }

    /** Those whose time is over, whatever their counters know. */
    public List<OrderId> overdue(Instant now, int limit) {
        return jdbc.query(
                """
                select order_id from ordering.cancellation
                where state = 'WAITING' and waits_until <= ? order by waits_until limit ?
                """, (row, number) -> new OrderId(row.getObject("order_id", UUID.class)), Timestamp.from(now), limit);
    }

    /** In the place of an earlier one that fell away. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Cancellation cancellation) {
        jdbc.update(
                """
                insert into ordering.cancellation (region_id, order_id, place_id, requested_at, refund_minor, why, mark,
                    waits_until, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (region_id, order_id) do update
                set requested_at = excluded.requested_at, refund_minor = excluded.refund_minor, why = excluded.why,
                    mark = excluded.mark, waits_until = excluded.waits_until, state = excluded.state, closed_at = null
                where cancellation.state = 'FALLEN_AWAY'
                """,
                cancellation.order().region().number(),
                cancellation.order().value(),
                cancellation.place().value(),
                Timestamp.from(cancellation.requestedAt()),
                cancellation.refund().minor(),
                cancellation.cause().code(),
                cancellation.mark(),
                Timestamp.from(cancellation.waitsUntil()),
                cancellation.state().name());
    }

    /**
     * Raises what goes back by one that still waits.
     *
     * @return whether there is one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean raise(OrderId order, Money refund, CancellationCause cause) {
        return jdbc.update(
                        """
                        update ordering.cancellation
                        set why = case when refund_minor < ? then ? else why end, refund_minor = greatest(refund_minor, ?)
                        where region_id = ? and order_id = ? and state = 'WAITING'
                        """,
                        refund.minor(),
                        cause.code(),
                        refund.minor(),
                        order.region().number(),
                        order.value())
                == 1;
    }

    /**
     * Closes those that still wait, by one guarded statement.
     *
     * @return those that were closed now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderId> become(CancellationState next, Collection<OrderId> orders, Instant now) {
        return jdbc.query(
                """
                update ordering.cancellation set state = ?, closed_at = ?
                where region_id = any (?) and order_id = any (?) and state = 'WAITING'
                returning order_id
                """,
                (row, number) -> new OrderId(row.getObject("order_id", UUID.class)),
                next.name(),
                Timestamp.from(now),
                orders.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                orders.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    private static Cancellation cancellation(ResultSet row, int number) throws SQLException {
        return new Cancellation(
                new OrderId(row.getObject("order_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getTimestamp("requested_at").toInstant(),
                Money.of(row.getLong("refund_minor"), row.getString("currency")),
                CancellationCause.of(row.getString("why")),
                row.getLong("mark"),
                row.getTimestamp("waits_until").toInstant(),
                CancellationState.valueOf(row.getString("state")));
    }
}
