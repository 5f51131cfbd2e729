package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.supply.merchant.PlaceChanged;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** When staff and resources are not to be had because a calendar elsewhere says so. */
@Component
class Absences {

    private final Claims claims;
    private final JdbcClient jdbc;
    private final EventLog events;
    private final ApplicationEventPublisher local;

    Absences(Claims claims, JdbcClient jdbc, EventLog events, ApplicationEventPublisher local) {
        this.claims = claims;
        this.jdbc = jdbc;
        this.events = events;
        this.local = local;
    }

    /** Of those at these places who are away at some time of the span, when; by the subject's id. */
    Map<UUID, List<TimeSpan>> of(Collection<PlaceId> places, TimeSpan span) {
        record Away(UUID subject, TimeSpan during) {}
        return jdbc
                .sql("""
                    select t.subject_id, t.starts_at, t.ends_at
                    from booking.foreign_time t
                    join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
                    where t.ends_at > ? and t.starts_at < ?
                    order by t.subject_id, t.starts_at
                    """)
                .params(Claims.regions(places), Claims.ids(places), Claims.sql(span.start()), Claims.sql(span.end()))
                .query((row, number) -> new Away(row.getObject("subject_id", UUID.class), during(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Away::subject, Collectors.mapping(Away::during, Collectors.toList())));
    }

    /** Before times are written: a hold that is under way is either over before, and then stands, or finds the times. */
    void lock(PlaceId place) {
        claims.lockCalendars(List.of(place));
    }

    /** From now on exactly these times, in the caller's transaction, which has {@link #lock locked} the place. */
    void write(PlaceId place, UUID subject, List<TimeSpan> times) {
        if (times.equals(stored(place, subject))) {
            return;
        }
        jdbc.sql("delete from booking.foreign_time where region_id = ? and subject_id = ?")
                .params(place.region().number(), subject)
                .update();
        jdbc.sql("""
            insert into booking.foreign_time (region_id, subject_id, starts_at, ends_at, place_id)
            select ?, ?, starts_at, ends_at, ? from unnest(?::timestamptz[], ?::timestamptz[]) as t (starts_at, ends_at)
            """)
                .params(
                        place.region().number(),
                        subject,
                        place.value(),
                        Claims.column(times, span -> span.start().toString(), new String[0]),
                        Claims.column(times, span -> span.end().toString(), new String[0]))
                .update();
        tell(place);
    }

    /** The roster of the place is another one. */
    void tell(PlaceId place) {
        var changed = new PlaceChanged(place.value());
        events.append(changed);
        local.publishEvent(changed);
    }

    private List<TimeSpan> stored(PlaceId place, UUID subject) {
        return jdbc.sql("""
            select starts_at, ends_at from booking.foreign_time
            where region_id = ? and subject_id = ? order by starts_at
            """)
                .params(place.region().number(), subject)
                .query((row, number) -> during(row))
                .list();
    }

    private static TimeSpan during(ResultSet row) throws SQLException {
        return new TimeSpan(
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
