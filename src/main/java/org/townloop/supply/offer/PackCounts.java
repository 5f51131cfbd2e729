package org.townloop.supply.offer;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.pack.PackId;

/** Under which versions of the packs offers are sold. */
@Component
public class PackCounts {

    /** @param offers that are sold now and were written under the version */
    public record Count(PackId pack, int version, int offers) {}

    private final JdbcClient jdbc;

    PackCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of at least one offer. */
    public List<Count> in(Collection<RegionId> regions) {
        return jdbc.sql("""
            select o.pack_id, v.pack_version, count(*) as offers
            from offer.offer o
            join offer.version v on v.region_id = o.region_id and v.offer_id = o.id and v.version = o.version
            where o.region_id = any (?) and o.active
            group by o.pack_id, v.pack_version
            """)
                .params((Object) regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query((row, number) -> new Count(
                        new PackId(row.getString("pack_id")), row.getInt("pack_version"), row.getInt("offers")))
                .list();
    }
}
