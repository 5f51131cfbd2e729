package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;

/** How much of lots is taken; each question has a beginning and an end in time. Expired holds are left out. */
@Component
class TakenLots {

    /** What is taken of a lot at a place. */
    record LotTaken(PlaceId place, Lot lot, int units) {}

    private final JdbcClient jdbc;

    TakenLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is taken of lots at those places that start at the one moment or later, and before the other. */
    List<LotTaken> at(Collection<PlaceId> places, Instant from, Instant to, Instant now) {
        return jdbc.sql("""
            select place_id, subject_id, starts_at, sum(units)::int as units
            from booking.lot_claim
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            where starts_at >= ? and starts_at < ? and (expires_at is null or expires_at > ?)
            group by place_id, subject_id, starts_at
            """)
                .params(Claims.regions(places), Claims.ids(places), Claims.sql(from), Claims.sql(to), Claims.sql(now))
                .query(TakenLots::taken)
                .list();
    }

    /** Of these what the houses have taken out of sale themselves. */
    List<LotTaken> closed(Collection<PlaceId> places, Instant from, Instant to) {
        return jdbc.sql("""
            select r.place_id, c.subject_id, c.starts_at, sum(c.units)::int as units
            from booking.closed_rooms r
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            join booking.lot_claim c on c.region_id = r.region_id and c.order_id = r.id
            where r.last_night >= (cast(? as timestamptz) at time zone 'utc')::date - 1
              and c.starts_at >= ? and c.starts_at < ?
            group by r.place_id, c.subject_id, c.starts_at
            """)
                .params(Claims.regions(places), Claims.ids(places), Claims.sql(from), Claims.sql(from), Claims.sql(to))
                .query(TakenLots::taken)
                .list();
    }

    /** Orders that have some of a lot at the place that starts at the one moment or later, and before the other. */
    Set<UUID> orders(PlaceId place, Instant from, Instant to, Instant now) {
        return Set.copyOf(jdbc.sql("""
            select distinct c.order_id
            from booking.lot_claim c
            where c.region_id = ? and c.place_id = ? and c.starts_at >= ? and c.starts_at < ?
              and (c.expires_at is null or c.expires_at > ?)
              and not exists (
                select 1 from booking.closed_rooms r where r.region_id = c.region_id and r.id = c.order_id)
            """)
                .params(place.region().number(), place.value(), Claims.sql(from), Claims.sql(to), Claims.sql(now))
                .query((row, number) -> row.getObject("order_id", UUID.class))
                .list());
    }

    static Map<Lot, Integer> byLot(List<LotTaken> taken) {
        return taken.stream().collect(Collectors.toMap(LotTaken::lot, LotTaken::units, Integer::sum, TreeMap::new));
    }

    private static LotTaken taken(ResultSet row, int number) throws SQLException {
        return new LotTaken(
                new PlaceId(row.getObject("place_id", UUID.class)),
                new Lot(
                        row.getObject("subject_id", UUID.class),
                        row.getTimestamp("starts_at").toInstant()),
                row.getInt("units"));
    }
}
