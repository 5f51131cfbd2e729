package org.townloop.supply.booking;

import static org.townloop.supply.booking.Claims.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * The tables of days. The row of a day is locked before its claims are, and days in their order, so that nobody
 * deadlocks.
 */
@Component
class DayClaims {

    /** What an order takes of a day. */
    record DayClaim(
            UUID order,
            int line,
            PlaceId place,
            OfferDay day,
            int units,
            @Nullable Instant expiresAt) {}

    private final JdbcClient jdbc;

    DayClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks days until the transaction ends; what is taken of each, expired holds included. */
    Map<OfferDay, Integer> lock(SequencedCollection<OfferDay> days) {
        jdbc.sql("""
            insert into booking.day_capacity (region_id, offer_id, day, taken, capacity)
            select region_id, offer_id, day, 0, 0
            from unnest(?::int[], ?::uuid[], ?::date[]) as d (region_id, offer_id, day)
            order by region_id, offer_id, day
            on conflict do nothing
            """).params(regions(days), offers(days), dates(days)).update();
        return taken(days, "for update of c");
    }

    Map<OfferDay, Integer> taken(SequencedCollection<OfferDay> days, String locking) {
        return jdbc
                .sql("""
                    select c.offer_id, c.day, c.taken
                    from booking.day_capacity c
                    join unnest(?::int[], ?::uuid[], ?::date[]) as d (region_id, offer_id, day)
                        using (region_id, offer_id, day)
                    order by c.region_id, c.offer_id, c.day
                    """ + locking)
                .params(regions(days), offers(days), dates(days))
                .query((row, number) -> Map.entry(day(row), row.getInt("taken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Orders of which a hold on one of the days has expired. */
    List<UUID> expired(Collection<OfferDay> days, Instant now) {
        return jdbc.sql("""
            select distinct c.order_id
            from booking.day_claim c
            join unnest(?::int[], ?::uuid[], ?::date[]) as d (region_id, offer_id, day) using (region_id, offer_id, day)
            where c.expires_at <= ?
            """)
                .params(regions(days), offers(days), dates(days), Claims.sql(now))
                .query((row, number) -> row.getObject("order_id", UUID.class))
                .list();
    }

    /** Removes what those orders have only held and not paid in time; the caller has locked all of their days. */
    List<DayClaim> removeExpired(Collection<UUID> orders, Instant now) {
        return jdbc.sql("""
            delete from booking.day_claim c
            using unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
            where c.region_id = o.region_id and c.order_id = o.order_id and c.expires_at <= ?
            returning c.*
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new), Claims.sql(now))
                .query(DayClaims::claim)
                .list();
    }

    List<DayClaim> of(Collection<UUID> orders) {
        return jdbc.sql("""
            select c.* from booking.day_claim c
            join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
            order by c.offer_id, c.day
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query(DayClaims::claim)
                .list();
    }

    List<DayClaim> remove(Collection<UUID> orders) {
        return jdbc.sql("""
            delete from booking.day_claim c
            using unnest(?::int[], ?::uuid[]) as o (region_id, order_id)
            where c.region_id = o.region_id and c.order_id = o.order_id
            returning c.*
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query(DayClaims::claim)
                .list();
    }

    void insert(Collection<DayClaim> claims) {
        jdbc.sql("""
            insert into booking.day_claim (region_id, order_id, line, offer_id, day, place_id, units, expires_at)
            select * from unnest(?::int[], ?::uuid[], ?::int[], ?::uuid[], ?::date[], ?::uuid[], ?::int[],
                ?::timestamptz[])
            """)
                .params(
                        column(claims, claim -> claim.place().region().number(), new Integer[0]),
                        column(claims, DayClaim::order, new UUID[0]),
                        column(claims, DayClaim::line, new Integer[0]),
                        column(claims, claim -> claim.day().offer().value(), new UUID[0]),
                        column(claims, claim -> claim.day().day().toString(), new String[0]),
                        column(claims, claim -> claim.place().value(), new UUID[0]),
                        column(claims, DayClaim::units, new Integer[0]),
                        column(
                                claims,
                                claim -> claim.expiresAt() == null
                                        ? null
                                        : claim.expiresAt().toString(),
                                new String[0]))
                .update();
    }

    /** Takes more of days of which there are so many; the constraint is the judge. */
    void add(SortedMap<OfferDay, Integer> units, Map<OfferDay, Integer> capacities) {
        jdbc.sql("""
            update booking.day_capacity c
            set taken = c.taken + d.units, capacity = greatest(d.capacity, c.taken)
            from unnest(?::int[], ?::uuid[], ?::date[], ?::int[], ?::int[]) as d (region_id, offer_id, day, units, capacity)
            where (c.region_id, c.offer_id, c.day) = (d.region_id, d.offer_id, d.day)
            """)
                .params(
                        regions(units.keySet()),
                        offers(units.keySet()),
                        dates(units.keySet()),
                        units.values().toArray(Integer[]::new),
                        column(units.keySet(), day -> capacities.getOrDefault(day, 0), new Integer[0]))
                .update();
    }

    /** Gives back of days that are locked. */
    void giveBack(SortedMap<OfferDay, Integer> units) {
        jdbc.sql("""
            update booking.day_capacity c
            set taken = c.taken - d.units
            from unnest(?::int[], ?::uuid[], ?::date[], ?::int[]) as d (region_id, offer_id, day, units)
            where (c.region_id, c.offer_id, c.day) = (d.region_id, d.offer_id, d.day)
            """)
                .params(
                        regions(units.keySet()),
                        offers(units.keySet()),
                        dates(units.keySet()),
                        units.values().toArray(Integer[]::new))
                .update();
    }

    /** Makes bookings of what the orders hold. */
    List<Confirmed> confirm(Collection<UUID> orders) {
        return jdbc.sql("""
            with theirs as (
                select c.region_id, c.order_id, c.line from booking.day_claim c
                join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
                order by c.region_id, c.offer_id, c.day, c.order_id, c.line
                for update of c)
            update booking.day_claim c set expires_at = null from theirs
            where (c.region_id, c.order_id, c.line) = (theirs.region_id, theirs.order_id, theirs.line)
            returning c.order_id, c.place_id
            """)
                .params(LotClaims.regionsOf(orders), orders.toArray(UUID[]::new))
                .query(Confirmed::read)
                .list();
    }

    /** What orders hold or have booked of that day and of later ones, by day. */
    List<DayClaim> ahead(PlaceId place, LocalDate from, Instant now) {
        return jdbc.sql("""
            select c.* from booking.day_claim c
            where region_id = ? and place_id = ? and day >= ? and (expires_at is null or expires_at > ?)
            order by day, order_id
            """)
                .params(place.region().number(), place.value(), from, Claims.sql(now))
                .query(DayClaims::claim)
                .list();
    }

    /** What is taken from that day on, expired holds left out. */
    List<DayTaken> takenAt(Collection<PlaceId> places, LocalDate from, Instant now) {
        return jdbc.sql("""
            select place_id, offer_id, day, sum(units)::int as units
            from booking.day_claim
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            where day >= ? and (expires_at is null or expires_at > ?)
            group by place_id, offer_id, day
            """)
                .params(Claims.regions(places), Claims.ids(places), from, Claims.sql(now))
                .query((row, number) -> new DayTaken(
                        new PlaceId(row.getObject("place_id", UUID.class)),
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getInt("units")))
                .list();
    }

    private static DayClaim claim(ResultSet row, int number) throws SQLException {
        var expiresAt = row.getTimestamp("expires_at");
        return new DayClaim(
                row.getObject("order_id", UUID.class),
                row.getInt("line"),
                new PlaceId(row.getObject("place_id", UUID.class)),
                day(row),
                row.getInt("units"),
                expiresAt == null ? null : expiresAt.toInstant());
    }

    private static OfferDay day(ResultSet row) throws SQLException {
        return new OfferDay(new OfferId(row.getObject("offer_id", UUID.class)), row.getObject("day", LocalDate.class));
    }

    private static Integer[] regions(Collection<OfferDay> days) {
        return column(days, day -> day.offer().region().number(), new Integer[0]);
    }

    private static UUID[] offers(Collection<OfferDay> days) {
        return column(days, day -> day.offer().value(), new UUID[0]);
    }

    private static String[] dates(Collection<OfferDay> days) {
        return column(days, day -> day.day().toString(), new String[0]);
    }
}
