package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;

/** Which bookings were closed to after they were sold, as it is stored. */
@Component
class ClosedBookings {

    private final JdbcClient jdbc;

    ClosedBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(UUID order) {
        return jdbc.sql("select exists (select 1 from booking.closed_after_sale where region_id = ? and order_id = ?)")
                .params(RegionId.of(order).number(), order)
                .query(Boolean.class)
                .single();
    }

    /** Of those orders of the place exactly these are closed to; since when, stays. */
    void set(PlaceId place, Collection<UUID> orders, Collection<UUID> closed, Instant now) {
        jdbc.sql("""
            delete from booking.closed_after_sale
            where region_id = ? and place_id = ? and order_id = any (?) and order_id <> all (?)
            """)
                .params(place.region().number(), place.value(), ids(orders), ids(closed))
                .update();
        if (closed.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into booking.closed_after_sale (region_id, order_id, place_id, noted_at)
            select ?, order_id, ?, ? from unnest(?::uuid[]) as o (order_id)
            on conflict do nothing
            """)
                .params(place.region().number(), place.value(), Claims.sql(now), ids(closed))
                .update();
    }

    private static UUID[] ids(Collection<UUID> orders) {
        return orders.toArray(UUID[]::new);
    }
}
