package org.townloop.supply.booking;

import static org.townloop.supply.booking.Claims.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;

/** The tables of lots. The row of a lot is locked before its claims are, and lots in their order: nobody deadlocks. */
@Component
class LotClaims {

    private final JdbcClient jdbc;
    private final Clock clock;

    LotClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks lots until the transaction ends; what is taken of each, expired holds included. */
    Map<Lot, Integer> lock(SequencedCollection<Lot> lots) {
        jdbc.sql("""
            insert into booking.lot (region_id, subject_id, starts_at, taken, capacity)
            select region_id, subject_id, starts_at, 0, 0
            from unnest(?::int[], ?::uuid[], ?::timestamptz[]) as l (region_id, subject_id, starts_at)
            order by region_id, subject_id, starts_at
            on conflict do nothing
            """).params(regions(lots), subjects(lots), starts(lots)).update();
        return jdbc
                .sql("""
                    select l.subject_id, l.starts_at, l.taken
                    from booking.lot l
                    join unnest(?::int[], ?::uuid[], ?::timestamptz[]) as w (region_id, subject_id, starts_at)
                        using (region_id, subject_id, starts_at)
                    order by l.region_id, l.subject_id, l.starts_at
                    for update of l
                    """)
                .params(regions(lots), subjects(lots), starts(lots))
                .query((row, number) -> Map.entry(lot(row), row.getInt("taken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How much of a lot is booked, and neither only held nor being called off. Payments that are just being counted in are waited for, and those that
     * come later wait for this transaction.
     */
    int lockBooked(Lot lot) {
        return jdbc
                .sql("""
                    select case when expires_at is null and not leaving then units else 0 end as booked
                    from booking.lot_claim
                    where region_id = ? and subject_id = ? and starts_at = ?
                    order by order_id, line
                    for update
                    """)
                .params(lot.region(), lot.subject(), Claims.sql(lot.start()))
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * Removes what those orders have, and gives it back; the caller has locked the lots.
     *
     * @param expiredBy removes only holds that had expired then; null removes all
     * @return the places concerned
     */
    List<PlaceId> remove(Collection<UUID> orders, @Nullable Instant expiredBy) {
        return jdbc.sql("""
            with theirs as (
                select c.ctid from booking.lot_claim c
                join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
                where ?::timestamptz is null or c.expires_at <= ?::timestamptz
                order by c.region_id, c.subject_id, c.starts_at, c.order_id
                for update of c),
            gone as (
                delete from booking.lot_claim c using theirs where c.ctid = theirs.ctid returning c.*),
            freed as (
                select region_id, subject_id, starts_at, sum(units)::int as units from gone
                group by region_id, subject_id, starts_at),
            noted as (
                insert into booking.withdrawn (region_id, subject_id, order_id, line, occurrence, place_id,
                    starts_at, ends_at, withdrawn_at)
                select region_id, subject_id, order_id, line, 'epoch', place_id,
                    min(starts_at), max(starts_at) + interval '1 day', ?::timestamptz
                from gone where expires_at is null
                group by region_id, subject_id, order_id, line, place_id
                on conflict (region_id, subject_id, order_id, line, occurrence) do update
                set starts_at = excluded.starts_at, ends_at = excluded.ends_at, withdrawn_at = excluded.withdrawn_at),
            given_back as (
                update booking.lot l set taken = l.taken - f.units from freed f
                where l.region_id = f.region_id and l.subject_id = f.subject_id and l.starts_at = f.starts_at)
            select distinct place_id from gone
            """)
                .params(Arrays.<@Nullable Object>asList(
                        regionsOf(orders),
                        orders.toArray(UUID[]::new),
                        Claims.text(expiredBy),
                        Claims.text(expiredBy),
                        Claims.sql(clock.instant())))
                .query(LotClaims::place)
                .list();
    }

    /** Takes what the claims want of lots that are locked; the constraint is the judge. */
    void insert(Collection<LotClaim> claims) {
        jdbc.sql("""
            with wanted as (
                select * from unnest(?::int[], ?::uuid[], ?::int[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::int[],
                    ?::timestamptz[], ?::int[])
                    as w (region_id, order_id, line, subject_id, starts_at, place_id, units, expires_at, capacity)),
            claimed as (
                insert into booking.lot_claim
                    (region_id, order_id, line, subject_id, starts_at, place_id, units, expires_at)
                select region_id, order_id, line, subject_id, starts_at, place_id, units, expires_at from wanted)
            update booking.lot l
            set taken = l.taken + w.units, capacity = greatest(w.capacity, l.taken)
            from (select region_id, subject_id, starts_at, sum(units)::int as units, max(capacity) as capacity
                  from wanted group by region_id, subject_id, starts_at) w
            where l.region_id = w.region_id and l.subject_id = w.subject_id and l.starts_at = w.starts_at
            """)
                .params(
                        column(claims, claim -> claim.lot().region(), new Integer[0]),
                        column(claims, LotClaim::order, new UUID[0]),
                        column(claims, LotClaim::line, new Integer[0]),
                        column(claims, claim -> claim.lot().subject(), new UUID[0]),
                        column(claims, claim -> claim.lot().start().toString(), new String[0]),
                        column(claims, claim -> claim.place().value(), new UUID[0]),
                        column(claims, LotClaim::units, new Integer[0]),
                        column(claims, claim -> Claims.text(claim.expiresAt()), new String[0]),
                        column(claims, LotClaim::capacity, new Integer[0]))
                .update();
    }

    /** Makes bookings of what the orders hold. */
    List<Confirmed> confirm(Collection<UUID> orders) {
        return jdbc.sql("""
            with theirs as (
                select c.region_id, c.order_id, c.line, c.subject_id, c.starts_at from booking.lot_claim c
                join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
                order by c.region_id, c.subject_id, c.starts_at, c.order_id
                for update of c)
            update booking.lot_claim c
            set expires_at = null
            from theirs
            where (c.region_id, c.order_id, c.line, c.subject_id, c.starts_at)
                = (theirs.region_id, theirs.order_id, theirs.line, theirs.subject_id, theirs.starts_at)
            returning c.order_id, c.place_id
            """)
                .params(regionsOf(orders), orders.toArray(UUID[]::new))
                .query(Confirmed::read)
                .list();
    }

    /**
     * Whether those who have ordered are leaving: they keep what they have, and do not count among those who come.
     *
     * @return the places where that is another than before
     */
    List<PlaceId> leaving(Collection<UUID> orders, boolean leaving) {
        return jdbc.sql("""
            with theirs as (
                select c.ctid from booking.lot_claim c
                join unnest(?::int[], ?::uuid[]) as o (region_id, order_id) using (region_id, order_id)
                where c.leaving <> ?
                order by c.region_id, c.subject_id, c.starts_at, c.order_id
                for update of c)
            update booking.lot_claim c set leaving = ? from theirs where c.ctid = theirs.ctid returning c.place_id
            """)
                .params(regionsOf(orders), orders.toArray(UUID[]::new), leaving, leaving)
                .query(LotClaims::place)
                .list();
    }

    /** What orders have of lots at the place that start then or later, by start; expired holds left out. */
    List<LotClaim> at(PlaceId place, Instant from, Instant now) {
        return jdbc.sql("""
            select order_id, line, place_id, subject_id, starts_at, units
            from booking.lot_claim
            where region_id = ? and place_id = ? and starts_at >= ? and (expires_at is null or expires_at > ?)
            order by starts_at, order_id
            """)
                .params(place.region().number(), place.value(), Claims.sql(from), Claims.sql(now))
                .query((row, number) -> new LotClaim(
                        row.getObject("order_id", UUID.class),
                        row.getInt("line"),
                        place(row, number),
                        lot(row),
                        row.getInt("units"),
                        row.getInt("units"),
                        null))
                .list();
    }

    private static PlaceId place(ResultSet row, int number) throws SQLException {
        return new PlaceId(row.getObject("place_id", UUID.class));
    }

    static Lot lot(ResultSet row) throws SQLException {
        Timestamp start = row.getTimestamp("starts_at");
        return new Lot(row.getObject("subject_id", UUID.class), start.toInstant());
    }

    static Integer[] regions(Collection<Lot> lots) {
        return column(lots, Lot::region, new Integer[0]);
    }

    static UUID[] subjects(Collection<Lot> lots) {
        return column(lots, Lot::subject, new UUID[0]);
    }

    static String[] starts(Collection<Lot> lots) {
        return column(lots, lot -> lot.start().toString(), new String[0]);
    }

    static Integer[] regionsOf(Collection<UUID> orders) {
        return column(orders, order -> RegionId.of(order).number(), new Integer[0]);
    }
}
