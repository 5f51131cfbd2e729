package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;

/** Which orders have something of which lots. */
@Component
class LotOrders {

    private final JdbcClient jdbc;

    LotOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Orders of which a hold on one of the lots has expired. */
    List<UUID> expired(Collection<Lot> lots, Instant now) {
        return jdbc.sql("""
            select distinct c.order_id
            from booking.lot_claim c
            join unnest(?::int[], ?::uuid[], ?::timestamptz[]) as w (region_id, subject_id, starts_at)
                using (region_id, subject_id, starts_at)
            where c.expires_at <= ?
            """)
                .params(LotClaims.regions(lots), LotClaims.subjects(lots), LotClaims.starts(lots), Claims.sql(now))
                .query((row, number) -> row.getObject("order_id", UUID.class))
                .list();
    }

    /** Orders that have something of one of the lots; also by a hold that has expired, as long as it is there. */
    List<UUID> ordersOf(Collection<Lot> lots) {
        return jdbc.sql("""
            select distinct c.order_id
            from booking.lot_claim c
            join unnest(?::int[], ?::uuid[], ?::timestamptz[]) as w (region_id, subject_id, starts_at)
                using (region_id, subject_id, starts_at)
            """)
                .params(LotClaims.regions(lots), LotClaims.subjects(lots), LotClaims.starts(lots))
                .query((row, number) -> row.getObject("order_id", UUID.class))
                .list();
    }

    /** The lots of which those orders have something, in order. */
    List<Lot> lotsOf(Collection<UUID> orders) {
        return jdbc.sql("""
            select distinct c.subject_id, c.starts_at
            from booking.lot_claim c
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
            order by c.subject_id, c.starts_at
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query((row, number) -> LotClaims.lot(row))
                .list();
    }

    /** The lots ahead at a place of which a hold has expired. */
    List<Lot> expiredAt(PlaceId place, Instant now) {
        return jdbc.sql("""
            select distinct subject_id, starts_at
            from booking.lot_claim
            where region_id = ? and place_id = ? and starts_at > ? and expires_at <= ?
            """)
                .params(place.region().number(), place.value(), Claims.sql(now), Claims.sql(now))
                .query((row, number) -> LotClaims.lot(row))
                .list();
    }
}
