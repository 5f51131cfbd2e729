package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** What somebody or something is booked for, and was until lately. */
@Component
public class Diary {

    /**
     * A booking of a member of staff or a resource.
     *
     * @param order or of a session, which many come to, its offer
     * @param during without the way there
     * @param session its beginning; null if it is none
     * @param withdrawnAt when it was called off or moved elsewhere; null while it stands
     */
    public record Entry(
            UUID order,
            int line,
            TimeSpan during,
            @Nullable Instant session,
            @Nullable Instant withdrawnAt) {}

    private static final int MOST = 5_000;

    private final JdbcClient jdbc;

    Diary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Bookings at some time of the span, by time; what is booked anew is not there as withdrawn as well. */
    public List<Entry> of(PlaceId place, UUID subject, TimeSpan span) {
        return jdbc.sql("""
            with booked as (
                select order_id, line, lower(during) + make_interval(mins => way_minutes) as starts,
                    upper(during) as ends, session_start
                from booking.claim
                where region_id = :region and subject_id = :subject and place_id = :place and expires_at is null
                  and during && tstzrange(:from, :to)
                union all
                select order_id, line, min(starts_at), max(starts_at) + interval '1 day', null
                from booking.lot_claim
                where region_id = :region and subject_id = :subject and place_id = :place and expires_at is null
                  and starts_at >= :from and starts_at < :to
                group by order_id, line)
            select order_id, line, starts, ends, session_start, null::timestamptz as withdrawn_at from booked
            union all
            select order_id, line, starts_at, ends_at, nullif(occurrence, 'epoch'), withdrawn_at
            from booking.withdrawn w
            where region_id = :region and subject_id = :subject and place_id = :place
              and starts_at < :to and ends_at > :from
              and not exists (select from booked b where b.order_id = w.order_id and b.line = w.line
                  and coalesce(b.session_start, 'epoch') = w.occurrence)
            order by starts, order_id, line
            limit :most
            """)
                .param("region", place.region().number())
                .param("subject", subject)
                .param("place", place.value())
                .param("from", Claims.sql(span.start()))
                .param("to", Claims.sql(span.end()))
                .param("most", MOST)
                .query(Diary::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("order_id", UUID.class),
                row.getInt("line"),
                new TimeSpan(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                instant(row, "session_start"),
                instant(row, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
