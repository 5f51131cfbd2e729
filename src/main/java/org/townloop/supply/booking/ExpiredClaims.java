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
 * Removes holds whose time has passed when they are in another's way, always all claims of an order together. A payment
 * that is recorded at the same moment locks the same rows in the same order: either it finds all of them or none.
 */
@Component
class ExpiredClaims {

    private final JdbcClient jdbc;

    ExpiredClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Removes the orders that stand in the way of these requests: a constraint cannot read the clock. Where somebody
     * travels, whatever they would come from or go on to is in the way.
     */
    List<Touched> removeInTheWay(Collection<HoldRequest> requests, Instant now) {
        return jdbc.sql("""
            with wanted as (
                select * from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::boolean[])
                    as w (region_id, place_id, starts, ends, travels)),
            expired as materialized (
                select distinct c.region_id, c.order_id from booking.claim c
                join wanted w on w.region_id = c.region_id and w.place_id = c.place_id
                left join booking.job j
                    on j.region_id = c.region_id and j.order_id = c.order_id and j.line = c.line
                where lower(c.during) > w.starts - interval '3 days'
                  and lower(c.during) < w.ends + interval '12 hours'
                  and upper(c.during) > w.starts - interval '12 hours'
                  and (w.travels or j.order_id is not null
                       or lower(c.during) < w.ends and upper(c.during) > w.starts)
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
            returning c.order_id, c.place_id, c.subject_id, upper(c.during) as ends
            """)
                .params(
                        Claims.column(
                                requests, request -> request.offer().region().number(), new Integer[0]),
                        Claims.ids(requests.stream()
                                .map(request -> request.offer().place())
                                .toList()),
                        times(requests, TimeSpan::start),
                        times(requests, TimeSpan::end),
                        Claims.column(requests, request -> Doorsteps.goesOut(request.offer()), new Boolean[0]),
                        Claims.sql(now),
                        Claims.sql(now))
                .query(Claims::touched)
                .list();
    }

    private static String[] times(Collection<HoldRequest> requests, Function<TimeSpan, Instant> end) {
        return Claims.column(requests, request -> end.apply(request.during()).toString(), new String[0]);
    }
}
