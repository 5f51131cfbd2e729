package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was booked and is not any more. Calendars that were told of it are told that it is cancelled; a telephone that
 * asks once a week keeps the appointment otherwise.
 */
@Component
public class Withdrawals {

    /** Notes the bookings among the claims that {@code gone} has removed; its parameter is the time. */
    static final String NOTED = """
        noted as (
            insert into booking.withdrawn (region_id, subject_id, order_id, line, occurrence, place_id,
                starts_at, ends_at, withdrawn_at)
            select distinct on (region_id, subject_id, order_id, line, coalesce(session_start, 'epoch'))
                region_id, subject_id, order_id, line, coalesce(session_start, 'epoch'), place_id,
                lower(during) + make_interval(mins => way_minutes), upper(during), ?::timestamptz
            from gone where expires_at is null
            order by region_id, subject_id, order_id, line, coalesce(session_start, 'epoch'), during
            on conflict (region_id, subject_id, order_id, line, occurrence) do update
            set starts_at = excluded.starts_at, ends_at = excluded.ends_at, withdrawn_at = excluded.withdrawn_at)
        """;

    /** As long as calendars are told. */
    public static final Duration TOLD_FOR = Duration.ofDays(60);

    private final JdbcClient jdbc;

    Withdrawals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Forgets what was told for long enough.
     *
     * @return how many
     */
    public int forget(Instant now, int limit) {
        return jdbc.sql("""
            delete from booking.withdrawn where ctid = any (array(
                select ctid from booking.withdrawn where withdrawn_at < ? order by withdrawn_at limit ?))
            """).params(Claims.sql(now.minus(TOLD_FOR)), limit).update();
    }
}
