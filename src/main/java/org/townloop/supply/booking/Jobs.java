package org.townloop.supply.booking;

import static org.townloop.supply.booking.Claims.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** The table of what is done at residents' homes. */
@Component
class Jobs {

    private static final String JOB = """
        select j.order_id, j.line, j.place_id, j.resident_id, j.lat, j.lon, j.to_lat, j.to_lon,
            j.starts_at, j.ends_at, j.set_out_at
        from booking.job j
        """;

    private final JdbcClient jdbc;

    Jobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Collection<Job> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into booking.job
                (region_id, order_id, line, place_id, resident_id, lat, lon, to_lat, to_lon,
                 starts_at, ends_at)
            select * from unnest(?::int[], ?::uuid[], ?::int[], ?::uuid[], ?::uuid[], ?::float8[], ?::float8[],
                ?::float8[], ?::float8[], ?::timestamptz[], ?::timestamptz[])
            """)
                .params(
                        column(jobs, job -> job.place().region().number(), new Integer[0]),
                        column(jobs, Job::order, new UUID[0]),
                        column(jobs, Job::line, new Integer[0]),
                        column(jobs, job -> job.place().value(), new UUID[0]),
                        column(jobs, Job::resident, new UUID[0]),
                        column(jobs, job -> lat(job.door()), new Double[0]),
                        column(jobs, job -> lon(job.door()), new Double[0]),
                        column(jobs, job -> lat(job.to()), new Double[0]),
                        column(jobs, job -> lon(job.to()), new Double[0]),
                        column(jobs, job -> job.startsAt().toString(), new String[0]),
                        column(jobs, job -> job.endsAt().toString(), new String[0]))
                .update();
    }

    void remove(Collection<UUID> orders) {
        jdbc.sql("""
            delete from booking.job j
            using unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
            where j.region_id = o.region_id and j.order_id = o.order_id
            """)
                .params(
                        column(orders, order -> RegionId.of(order).number(), new Integer[0]),
                        orders.toArray(UUID[]::new))
                .update();
    }

    /** Those of the places at which any work at homes ends after that moment. */
    Set<PlaceId> placesWithJobs(Collection<PlaceId> places, Instant after) {
        return Set.copyOf(jdbc.sql("""
            select p.place_id
            from unnest(?::int[], ?::uuid[]) as p (region_id, place_id)
            where exists (select 1 from booking.job j
                          where j.region_id = p.region_id and j.place_id = p.place_id and j.starts_at > ?)
            """)
                .params(Claims.regions(places), Claims.ids(places), Claims.sql(after))
                .query((row, number) -> new PlaceId(row.getObject("place_id", UUID.class)))
                .list());
    }

    List<Job> of(Collection<UUID> orders) {
        return jdbc.sql(JOB + """
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
            order by j.starts_at, j.order_id, j.line
            """)
                .params(
                        column(orders, order -> RegionId.of(order).number(), new Integer[0]),
                        orders.toArray(UUID[]::new))
                .query(Jobs::job)
                .list();
    }

    /** Those at a place that begin within the span, by time. */
    List<Job> at(PlaceId place, TimeSpan span, int atMost) {
        return jdbc.sql(JOB + """
            where j.region_id = ? and j.place_id = ? and j.starts_at >= ? and j.starts_at < ?
            order by j.starts_at, j.order_id, j.line
            limit ?
            """)
                .params(
                        place.region().number(),
                        place.value(),
                        Claims.sql(span.start()),
                        Claims.sql(span.end()),
                        atMost)
                .query(Jobs::job)
                .list();
    }

    /** @return whether it was not said before */
    boolean setOut(UUID order, int line, Instant at) {
        return jdbc.sql("""
            update booking.job set set_out_at = ?
            where region_id = ? and order_id = ? and line = ? and set_out_at is null
            """)
                        .params(Claims.sql(at), RegionId.of(order).number(), order, line)
                        .update()
                == 1;
    }

    private static @Nullable Double lat(@Nullable Point point) {
        return point == null ? null : point.lat();
    }

    private static @Nullable Double lon(@Nullable Point point) {
        return point == null ? null : point.lon();
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        var setOut = row.getTimestamp("set_out_at");
        return new Job(
                row.getObject("order_id", UUID.class),
                row.getInt("line"),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getObject("resident_id", UUID.class),
                Claims.point(row, "lat", "lon"),
                Claims.point(row, "to_lat", "to_lon"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                setOut == null ? null : setOut.toInstant());
    }
}
