package org.townloop.loop.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** The visits. */
@Component
public class Visits {

    private static final String SELECT =
            "select id, order_id, voucher_id, unit, place_id, offer_id, resident_id, visited_at from visit.visit"
                    + " where ";

    private final JdbcTemplate jdbc;

    Visits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Visit> find(VisitId id) {
        return Optional.ofNullable(get(List.of(id)).get(id));
    }

    /** Those of them that there are. */
    public Map<VisitId, Visit> get(Collection<VisitId> wanted) {
        return jdbc
                .query(
                        SELECT + "region_id = any (?) and id = any (?)",
                        Visits::visit,
                        wanted.stream()
                                .map(id -> id.region().number())
                                .distinct()
                                .toArray(Integer[]::new),
                        wanted.stream().map(VisitId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Visit::id, Function.identity()));
    }

    /** The visits of many orders. */
    public List<Visit> of(Collection<OrderId> orders) {
        return jdbc.query(
                SELECT + "region_id = any (?) and order_id = any (?) order by visited_at, id",
                Visits::visit,
                orders.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                orders.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    /** By one statement, however many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(List<Visit> visits) {
        jdbc.update(
                """
                insert into visit.visit (region_id, id, order_id, voucher_id, unit, place_id, offer_id, resident_id,
                    visited_at)
                select * from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::uuid[], ?::uuid[],
                    ?::uuid[], ?::timestamptz[])
                """,
                visits.stream().map(visit -> visit.id().region().number()).toArray(Integer[]::new),
                ids(visits, visit -> visit.id().value()),
                ids(visits, visit -> visit.order().value()),
                ids(visits, visit -> visit.voucher().value()),
                visits.stream().map(Visit::unit).toArray(Integer[]::new),
                ids(visits, visit -> visit.place().value()),
                ids(visits, visit -> visit.offer().value()),
                ids(visits, visit -> visit.resident().value()),
                visits.stream().map(visit -> visit.visitedAt().toString()).toArray(String[]::new));
    }

    /** Those of the order are from now on the person's, who may say how they were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handTo(PersonId resident, OrderId order) {
        jdbc.update(
                "update visit.visit set resident_id = ? where region_id = ? and order_id = ?",
                resident.value(),
                order.region().number(),
                order.value());
    }

    private static UUID[] ids(List<Visit> visits, Function<Visit, UUID> field) {
        return visits.stream().map(field).toArray(UUID[]::new);
    }

    static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                new VisitId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new VoucherId(row.getObject("voucher_id", UUID.class)),
                row.getInt("unit"),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new PersonId(row.getObject("resident_id", UUID.class)),
                row.getTimestamp("visited_at").toInstant());
    }
}
