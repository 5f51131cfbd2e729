package org.townloop.loop.ordering.agenda;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** Which orders stand in a calendar, and when they were moved. */
@Component
class AgendaRows {

    /** As many as a calendar has at most; the latest begun stand in it. */
    static final int MOST = 3_000;

    private static final String TOLD = """
        and paid_at is not null and starts_at >= :from and starts_at < :to
        and (state not in ('CANCELLED', 'EXPIRED', 'REFUNDED') or closed_at > :told)
        order by starts_at desc limit :most
        """;

    private final JdbcClient jdbc;

    AgendaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderId> of(PersonId resident, TimeSpan span, Instant told) {
        return jdbc.sql("select id from ordering.orders where resident_id = :resident " + TOLD)
                .param("resident", resident.value())
                .param("from", Timestamp.from(span.start()))
                .param("to", Timestamp.from(span.end()))
                .param("told", Timestamp.from(told))
                .param("most", MOST)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    List<OrderId> at(PlaceId place, TimeSpan span, Instant told) {
        return jdbc.sql("select id from ordering.orders where region_id = :region and place_id = :place " + TOLD)
                .param("region", place.region().number())
                .param("place", place.value())
                .param("from", Timestamp.from(span.start()))
                .param("to", Timestamp.from(span.end()))
                .param("told", Timestamp.from(told))
                .param("most", MOST)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** When those of the orders that were moved were moved last. */
    Map<OrderId, Instant> moved(Collection<OrderId> orders) {
        return jdbc
                .sql("""
                    select o.id, o.moved_at
                    from ordering.orders o
                    join unnest(?::int[], ?::uuid[]) as w (region_id, id) using (region_id, id)
                    where o.moved_at is not null
                    """)
                .params(
                        orders.stream().map(id -> id.region().number()).toArray(Integer[]::new),
                        orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getTimestamp("moved_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
