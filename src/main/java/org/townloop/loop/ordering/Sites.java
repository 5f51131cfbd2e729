package org.townloop.loop.ordering;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Site;
import tools.jackson.databind.json.JsonMapper;

/** Where things were done at residents' homes; told to the resident only, and gone with their account. */
@Component
public class Sites {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Sites(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those of the resident's last hundred orders, each once, the last first. */
    public List<Site> of(PersonId resident, int limit) {
        return jdbc
                .sql("""
                    select l.site
                    from (select region_id, id, created_at from ordering.orders
                          where resident_id = ? order by created_at desc limit 100) o
                    join ordering.line l on (l.region_id, l.order_id) = (o.region_id, o.id)
                    where l.site is not null
                    order by o.created_at desc, l.line
                    """)
                .param(resident.value())
                .query((row, number) -> json.readValue(row.getString("site"), Site.class))
                .list()
                .stream()
                .flatMap(Sites::doors)
                .distinct()
                .limit(limit)
                .toList();
    }

    /** Of a ride both ends: whoever was taken there may want to be fetched there. */
    private static Stream<Site> doors(Site site) {
        var from = new Site(site.address(), site.point());
        return site.to() == null ? Stream.of(from) : Stream.of(from, site.to());
    }
}
