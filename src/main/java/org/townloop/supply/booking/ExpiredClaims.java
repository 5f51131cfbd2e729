package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Removes holds whose time has passed when they are in another's way, always all claims of an order together. A payment that is recorded at the same
 * moment locks the same rows in the same order: either it finds all of them or none.
 */
@Component
class ExpiredClaims {

    private final JdbcClient jdbc;

    ExpiredClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes the orders that stand in the way of these requests: a constraint cannot read the clock. */
    List<Touched> removeInTheWay(Collection<HoldRequest> requests, Instant now) {
        return jdbc.sql("""
            with wanted as (
                select * from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                    as w (region_id, place_id, starts, ends)),
            expired as materialized (
                select distinct region_id, order_id from booking.claim c
                join wanted w using (region_id, place_id)
                where lower(c.during) > w.starts - interval '2 days' and lower(c.during) < w.ends
                  and upper(c.during) > w.starts
                  and c.expires_at <= ?),
            doomed as (
                select region_id, subject_id, during from booking.claim
                join expired using (region_id, order_id)
                where claim.expires_at <= ?
                order by region_id, subject_id, during
                for update of claim)
            delete from booking.claim c
            using doomed d
            where c.region_id = d.region_id and c.subject_id = d.subject_id and c.during = d.during
            returning c.order_id, c.place_id
            """)
                .params(
                        Claims.column(
                                requests, request -> request.offer().region().number(), new Integer[0]),
                        Claims.ids(requests.stream()
                                .map(request -> request.offer().place())
                                .toList()),
                        times(requests, TimeSpan::start),
                        times(requests, TimeSpan::end),
                        Claims.sql(now),
                        Claims.sql(now))
                .query(Claims::touched)
                .list();
    }

    private static String[] times(Collection<HoldRequest> requests, Function<TimeSpan, Instant> end) {
        return Claims.column(requests, request -> end.apply(request.during()).toString(), new String[0]);
    }
}
