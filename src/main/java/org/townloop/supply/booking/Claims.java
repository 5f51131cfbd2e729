package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.supply.booking.Claimed.Kind;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** The tables of this module. Rows are always locked in the order of subject and time, so that nobody deadlocks. */
@Component
class Claims {

    /** A claim that was removed, by what matters to others. */
    record Touched(UUID order, PlaceId place, UUID subject, Instant end) {}

    private static final String CLAIM = """
        select c.order_id, c.line, c.place_id, c.subject_id, c.kind,
            lower(c.during) as starts, upper(c.during) as ends, c.expires_at, c.way_minutes,
            j.lat, j.lon, j.to_lat, j.to_lon
        from booking.claim c
        left join booking.job j
            on j.region_id = c.region_id and j.order_id = c.order_id and j.line = c.line
        """;

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes holds at the same place wait for one another until the transaction ends. */
    void lockCalendars(Collection<PlaceId> places) {
        lockCalendars(places, "");
    }

    /** @param waiting {@code skip locked} if nobody is waited for; the places whose calendars are locked now */
    Set<PlaceId> lockCalendars(Collection<PlaceId> places, String waiting) {
        jdbc.sql("""
            insert into booking.calendar (region_id, place_id)
            select region_id, place_id from unnest(?::int[], ?::uuid[]) as p (region_id, place_id)
            order by region_id, place_id
            on conflict do nothing
            """).params(regions(places), ids(places)).update();
        return Set.copyOf(jdbc.sql("""
            select place_id
            from booking.calendar
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            order by region_id, place_id
            for update of calendar
            """ + waiting)
                .params(regions(places), ids(places))
                .query((row, number) -> new PlaceId(row.getObject("place_id", UUID.class)))
                .list());
    }

    /** What is taken at those places at some time of the span, holds that have expired left out. */
    List<Claimed> taken(Collection<PlaceId> places, TimeSpan span, Instant now) {
        return taken(places.stream().distinct().collect(Collectors.toMap(place -> place, place -> span)), now);
    }

    /** The same, of each place at some time of its own span. */
    List<Claimed> taken(Map<PlaceId, TimeSpan> spans, Instant now) {
        return jdbc.sql(CLAIM + """
            join unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[]) as p (region_id, place_id, starts, ends)
                on p.region_id = c.region_id and p.place_id = c.place_id
            where lower(c.during) > p.starts - interval '2 days' and lower(c.during) < p.ends
              and upper(c.during) > p.starts
              and (c.expires_at is null or c.expires_at > ?)
            order by c.during, c.subject_id
            """)
                .params(
                        regions(spans.keySet()),
                        ids(spans.keySet()),
                        column(spans.values(), span -> span.start().toString(), new String[0]),
                        column(spans.values(), span -> span.end().toString(), new String[0]),
                        sql(now))
                .query(Claims::claimed)
                .list();
    }

    /** The claims of those orders, expired or not. */
    List<Claimed> of(Collection<UUID> orders) {
        return jdbc.sql(CLAIM + """
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
                on o.region_id = c.region_id and o.order_id = c.order_id
            order by c.order_id, c.line, c.kind desc, c.subject_id
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query(Claims::claimed)
                .list();
    }

    /** Writes claims; how many found their subject free. */
    int insert(Collection<Claimed> claims) {
        var rows =
                claims.stream().sorted(Comparator.comparing(Claimed::subject)).toList();
        return jdbc.sql("""
            insert into booking.claim
                (region_id, subject_id, during, place_id, order_id, line, kind, expires_at, way_minutes)
            select region_id, subject_id, tstzrange(starts, ends), place_id, order_id, line, kind, expires_at, way
            from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::uuid[],
                ?::int[], ?::text[], ?::timestamptz[], ?::int[])
                as c (region_id, subject_id, starts, ends, place_id, order_id, line, kind, expires_at, way)
            order by region_id, subject_id, starts
            on conflict do nothing
            """)
                .params(
                        column(rows, claim -> claim.place().region().number(), new Integer[0]),
                        column(rows, Claimed::subject, new UUID[0]),
                        column(rows, claim -> claim.during().start().toString(), new String[0]),
                        column(rows, claim -> claim.during().end().toString(), new String[0]),
                        column(rows, claim -> claim.place().value(), new UUID[0]),
                        column(rows, Claimed::order, new UUID[0]),
                        column(rows, Claimed::line, new Integer[0]),
                        column(rows, claim -> claim.kind().name(), new String[0]),
                        column(rows, claim -> text(claim.expiresAt()), new String[0]),
                        column(rows, claim -> (int) claim.way().toMinutes(), new Integer[0]))
                .update();
    }

    /** Makes bookings of what the orders hold. */
    List<Confirmed> confirm(Collection<UUID> orders) {
        lock(orders);
        return jdbc.sql("""
            update booking.claim c set expires_at = null
            from unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
            where c.region_id = o.region_id and c.order_id = o.order_id returning c.order_id, c.place_id
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query(Confirmed::read)
                .list();
    }

    /** Removes all claims of those orders; where they were closed to is forgotten with them, what was booked is noted. */
    List<Touched> remove(Collection<UUID> orders, Instant now) {
        lock(orders);
        jdbc.sql("""
            delete from booking.closed_after_sale c
            using unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
            where c.region_id = o.region_id and c.order_id = o.order_id
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .update();
        return jdbc.sql("""
            with gone as (
                delete from booking.claim c
                using unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
                where c.region_id = o.region_id and c.order_id = o.order_id
                returning c.*),
            """ + Withdrawals.NOTED + """
            select order_id, place_id, subject_id, upper(during) as ends from gone
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new), sql(now))
                .query(Claims::touched)
                .list();
    }

    /** The places at which those orders have claims. */
    List<PlaceId> placesOf(Collection<UUID> orders) {
        return jdbc.sql("""
            select distinct c.place_id
            from booking.claim c
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query((row, number) -> new PlaceId(row.getObject("place_id", UUID.class)))
                .list();
    }

    /** In a statement of its own: the next one sees the rows as they are now, also if their ways have changed. */
    private void lock(Collection<UUID> orders) {
        jdbc.sql("""
            select 1
            from booking.claim
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
            order by region_id, subject_id, during
            for update of claim
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query(Integer.class)
                .list();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        var expiresAt = row.getTimestamp("expires_at");
        var isPerson = Kind.STAFF.name().equals(row.getString("kind"));
        return new Claimed(
                row.getObject("order_id", UUID.class),
                row.getInt("line"),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                Claimed.Kind.valueOf(row.getString("kind")),
                new TimeSpan(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                expiresAt == null ? null : expiresAt.toInstant(),
                Duration.ofMinutes(row.getInt("way_minutes")),
                isPerson ? point(row, "lat", "lon") : null,
                isPerson ? point(row, "to_lat", "to_lon") : null);
    }

    static @Nullable Point point(ResultSet row, String latitude, String longitude) throws SQLException {
        var lat = row.getObject(latitude, Double.class);
        var lon = row.getObject(longitude, Double.class);
        return lat == null || lon == null ? null : new Point(lat, lon);
    }

    static Touched touched(ResultSet row, int number) throws SQLException {
        return new Touched(
                row.getObject("order_id", UUID.class),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                row.getTimestamp("ends").toInstant());
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

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static Timestamp sql(Instant instant) {
        return Timestamp.from(instant);
    }
}
