package org.townloop.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * The same question as somebody would ask PostgreSQL: when the person and the room of a salon are both free lies there as
 * a multirange for each day, by day.
 */
final class MultirangeQuestion {

    private static final String QUESTION = """
        select n from public.bench_free f
        where day = ? and exists (
            select 1 from unnest(f.free * tstzmultirange(tstzrange(?, ?))) as run
            where upper(run) - lower(run) >= interval '60 minutes')
        """;

    private final Connection connection;

    private MultirangeQuestion(Connection connection) {
        this.connection = connection;
    }

    static MultirangeQuestion over(Connection connection, List<UUID> offers) throws SQLException {
        try (var statement = connection.createStatement();
                var salons = connection.prepareStatement("""
                    create table public.bench_salon as
                    select (n - 1)::int as n, o.place_id as place
                    from unnest(?::uuid[]) with ordinality as s (offer, n) join offer.offer o on o.id = s.offer
                    """)) {
            statement.execute("drop table if exists public.bench_salon, public.bench_free");
            salons.setArray(1, connection.createArrayOf("uuid", offers.toArray()));
            salons.execute();
            statement.execute("create index on public.bench_salon (place)");
            statement.execute("""
                create table public.bench_free as
                with busy as (
                    select s.n, c.kind, (lower(c.during) at time zone '%1$s')::date as day, range_agg(c.during) as during
                    from booking.claim c join public.bench_salon s on s.place = c.place_id group by 1, 2, 3)
                select s.n, d.day,
                    (open - coalesce(p.during, '{}')) * (open - coalesce(r.during, '{}')) as free
                from public.bench_salon s
                cross join (select '%2$s'::date + i as day from generate_series(0, %3$d) i) d
                cross join lateral (select tstzmultirange(tstzrange((d.day + time '10:00') at time zone '%1$s',
                    (d.day + time '22:00') at time zone '%1$s')) as open) o
                left join busy p on p.n = s.n and p.day = d.day and p.kind = 'STAFF'
                left join busy r on r.n = s.n and r.day = d.day and r.kind = 'RESOURCE'
                order by day, n
                """.formatted(CrowdedTown.ZONE, CrowdedTown.firstDay(), CrowdedTown.DAYS - 1));
            statement.execute("create index on public.bench_free (day)");
            statement.execute("vacuum analyze public.bench_free");
        }
        return new MultirangeQuestion(connection);
    }

    BitSet ask(LocalDate day, Instant from, Instant to) throws SQLException {
        var free = new BitSet();
        try (var query = connection.prepareStatement(QUESTION)) {
            set(query, day, from, to);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    free.set(rows.getInt(1));
                }
            }
        }
        return free;
    }

    String plan(LocalDate day, Instant from, Instant to) throws SQLException {
        var plan = new StringBuilder();
        try (var query = connection.prepareStatement("explain (analyze, buffers, costs off) " + QUESTION)) {
            set(query, day, from, to);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    plan.append("    ").append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private static void set(PreparedStatement query, LocalDate day, Instant from, Instant to) throws SQLException {
        query.setObject(1, day);
        query.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
        query.setObject(3, OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
    }
}
