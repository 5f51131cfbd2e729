package org.townloop.launch;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;

/** The homes to which people of a town go. */
final class Doors {

    private Doors() {}

    /** Each with its point and with what stands of it in the order. */
    static List<String> of(Database database) {
        return JdbcClient.create(TestTown.plain(database, database.owner()))
                .sql("""
                    select concat_ws(' ', j.order_id, j.lat, j.lon, l.site) as door
                    from booking.job j
                    join ordering.line l on (l.region_id, l.order_id, l.line) = (j.region_id, j.order_id, j.line)
                    order by 1
                    """)
                .query((row, number) -> String.valueOf(row.getString("door")))
                .list();
    }
}
