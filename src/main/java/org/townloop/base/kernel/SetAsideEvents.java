package org.townloop.base.kernel;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What consumers of the event log could not digest. */
@Component
public class SetAsideEvents {

    private final JdbcClient jdbc;

    SetAsideEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those about something in one of the regions, the newest first. */
    public List<SetAsideEvent> in(Collection<RegionId> regions, int limit) {
        return jdbc.sql("""
            select a.consumer, e.type, e.subject, e.region_id, a.failure, a.at
            from kernel.set_aside a
            join kernel.event e on e.xid = a.xid and e.position = a.position
            where e.region_id = any (?)
            order by a.at desc
            limit ?
            """)
                .params(regions.stream().map(RegionId::number).toArray(Integer[]::new), limit)
                .query((row, number) -> new SetAsideEvent(
                        row.getString("consumer"),
                        row.getString("type"),
                        row.getObject("subject", UUID.class),
                        new RegionId(row.getInt("region_id")),
                        row.getString("failure"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
