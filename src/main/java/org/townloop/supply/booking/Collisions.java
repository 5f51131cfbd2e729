package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** Finds what was booked before a foreign calendar said that somebody is busy then. Nothing of it is called off. */
@Component
class Collisions {

    static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Regions regions;

    Collisions(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /** The first {@value #MOST} that are not over, by time. Of a night the evening counts, as where rooms are counted. */
    List<Collision> at(PlaceId place, Instant now) {
        var zone = regions.get(place.region()).zone().getId();
        return jdbc.sql("""
            select distinct on (starts, order_id, subject_id) *
            from (
                select c.order_id, c.subject_id, lower(c.during) as starts, upper(c.during) as ends,
                    c.session_start is not null as session
                from booking.foreign_time t
                join booking.claim c on c.region_id = t.region_id and c.subject_id = t.subject_id
                    and c.during && tstzrange(t.starts_at, t.ends_at)
                where t.region_id = :region and t.place_id = :place and t.ends_at > :now
                  and c.expires_at is null and upper(c.during) > :now
                union all
                select l.order_id, l.subject_id, l.starts_at,
                    ((l.starts_at at time zone cast(:zone as text)) + interval '1 day') at time zone cast(:zone as text), false
                from booking.foreign_time t
                join booking.lot_claim l on l.region_id = t.region_id and l.subject_id = t.subject_id
                    and t.starts_at < ((l.starts_at at time zone cast(:zone as text)) + interval '1 day') at time zone cast(:zone as text)
                    and t.ends_at > ((l.starts_at at time zone cast(:zone as text)) + interval '18 hours') at time zone cast(:zone as text)
                where t.region_id = :region and t.place_id = :place and t.ends_at > :now
                  and l.starts_at > t.starts_at - interval '2 days' and l.starts_at < t.ends_at
                  and l.expires_at is null and l.starts_at > cast(:now as timestamptz) - interval '1 day'
                  and not exists (select from booking.closed_rooms r where r.region_id = l.region_id and r.id = l.order_id)
            ) as booked
            order by starts, order_id, subject_id
            limit :most
            """)
                .param("region", place.region().number())
                .param("place", place.value())
                .param("now", Claims.sql(now))
                .param("zone", zone)
                .param("most", MOST)
                .query((row, number) -> new Collision(
                        row.getObject("order_id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        new TimeSpan(
                                row.getTimestamp("starts").toInstant(),
                                row.getTimestamp("ends").toInstant()),
                        row.getBoolean("session")))
                .list();
    }
}
