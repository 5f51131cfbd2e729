package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** The tables of this module. Rows are always locked in the order of subject and time, so that nobody deadlocks. */
@Component
class Claims {

    /** A claim that was removed or changed, by what matters to others. */
    record Touched(UUID order, PlaceId place) {}

    private static final String CLAIM = """
        select c.order_id, c.line, c.place_id, c.subject_id, c.kind,
            lower(c.during) as starts, upper(c.during) as ends, c.expires_at
        from booking.claim c
        """;

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes holds at the same place wait for one another until the transaction ends. */
    void lockCalendars(Collection<PlaceId> places) {
        jdbc.sql("""
            insert into booking.calendar (region_id, place_id)
            select region_id, place_id from unnest(?::int[], ?::uuid[]) as p (region_id, place_id)
            order by region_id, place_id
            on conflict do nothing
            """).params(regions(places), ids(places)).update();
        jdbc.sql("""
            select 1
            from booking.calendar
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            order by region_id, place_id
            for update of calendar
            """).params(regions(places), ids(places)).query(Integer.class).list();
    }

    /** What is taken at those places at some time of the span, holds that have expired left out. */
    List<Claimed> taken(Collection<PlaceId> places, TimeSpan span, Instant now) {
        return jdbc.sql(CLAIM + """
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            where lower(c.during) > ?::timestamptz - interval '2 days' and lower(c.during) < ?
              and upper(c.during) > ?
              and (c.expires_at is null or c.expires_at > ?)
            order by c.during, c.subject_id
            """)
                .params(regions(places), ids(places), sql(span.start()), sql(span.end()), sql(span.start()), sql(now))
                .query(Claims::claimed)
                .list();
    }

    /** The claims of those orders, expired or not. */
    List<Claimed> of(Collection<UUID> orders) {
        return jdbc.sql(CLAIM + """
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
            order by c.order_id, c.line, c.kind desc, c.subject_id
            """)
                .params(regionsOf(orders), orders.toArray(UUID[]::new))
                .query(Claims::claimed)
                .list();
    }

    /** Writes claims; how many found their subject free. */
    int insert(Collection<Claimed> claims) {
        var sorted =
                claims.stream().sorted(Comparator.comparing(Claimed::subject)).toList();
        return jdbc.sql("""
            insert into booking.claim
                (region_id, subject_id, during, place_id, order_id, line, kind, expires_at)
            select region_id, subject_id, tstzrange(starts, ends), place_id, order_id, line, kind, expires_at
            from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::uuid[],
                ?::int[], ?::text[], ?::timestamptz[])
                as c (region_id, subject_id, starts, ends, place_id, order_id, line, kind, expires_at)
            order by region_id, subject_id, starts
            on conflict do nothing
            """)
                .params(
                        column(sorted, claim -> claim.place().region().number(), new Integer[0]),
                        column(sorted, Claimed::subject, new UUID[0]),
                        column(sorted, claim -> claim.during().start().toString(), new String[0]),
                        column(sorted, claim -> claim.during().end().toString(), new String[0]),
                        column(sorted, claim -> claim.place().value(), new UUID[0]),
                        column(sorted, Claimed::order, new UUID[0]),
                        column(sorted, Claimed::line, new Integer[0]),
                        column(sorted, claim -> claim.kind().name(), new String[0]),
                        column(sorted, claim -> text(claim.expiresAt()), new String[0]))
                .update();
    }

    /** The places where the order's holds became bookings; empty if it has no claims. */
    List<PlaceId> confirm(UUID order) {
        return jdbc.sql("""
            with mine as (
                select region_id, subject_id, during from booking.claim
                where region_id = ? and order_id = ?
                order by subject_id, during
                for update)
            update booking.claim c
            set expires_at = null
            from mine
            where c.region_id = mine.region_id and c.subject_id = mine.subject_id
              and c.during = mine.during
            returning c.place_id
            """)
                .params(RegionId.of(order).number(), order)
                .query((row, number) -> new PlaceId(row.getObject("place_id", UUID.class)))
                .list();
    }

    /** Removes all claims of those orders; where they were closed to is forgotten with them. */
    List<Touched> remove(Collection<UUID> orders) {
        jdbc.sql("""
            delete from booking.closed_after_sale c
            using unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
            where c.region_id = o.region_id and c.order_id = o.order_id
            """).params(regionsOf(orders), orders.toArray(UUID[]::new)).update();
        return jdbc.sql("""
            with theirs as (
                select region_id, subject_id, during from booking.claim
                join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
                order by region_id, subject_id, during
                for update of claim)
            delete from booking.claim c
            using theirs t
            where c.region_id = t.region_id and c.subject_id = t.subject_id and c.during = t.during
            returning c.order_id, c.place_id
            """)
                .params(regionsOf(orders), orders.toArray(UUID[]::new))
                .query(Claims::touched)
                .list();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        var expiresAt = row.getTimestamp("expires_at");
        return new Claimed(
                row.getObject("order_id", UUID.class),
                row.getInt("line"),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                Claimed.Kind.valueOf(row.getString("kind")),
                new TimeSpan(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                expiresAt == null ? null : expiresAt.toInstant());
    }

    static Touched touched(ResultSet row, int number) throws SQLException {
        return new Touched(row.getObject("order_id", UUID.class), new PlaceId(row.getObject("place_id", UUID.class)));
    }

    static <E, T extends @Nullable Object> T[] column(Collection<E> rows, Function<E, T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }

    static Integer[] regions(Collection<PlaceId> places) {
        return column(places, place -> place.region().number(), new Integer[0]);
    }

    static UUID[] ids(Collection<PlaceId> places) {
        return column(places, PlaceId::value, new UUID[0]);
    }

    private static Integer[] regionsOf(Collection<UUID> orders) {
        return column(orders, order -> RegionId.of(order).number(), new Integer[0]);
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static Timestamp sql(Instant instant) {
        return Timestamp.from(instant);
    }
}
