package org.townloop.supply.merchant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;

/** How many places of merchants there are of each trade. */
@Component
public class TradeCounts {

    private final JdbcClient jdbc;

    TradeCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By trade; listings are not counted, and trades without a place are left out. */
    public Map<String, Integer> in(Collection<RegionId> regions) {
        return jdbc
                .sql("""
                    select trade, count(*) as places
                    from merchant.place
                    where region_id = any (?) and merchant_id is not null
                    group by trade
                    """)
                .params((Object) regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query((row, number) -> Map.entry(row.getString("trade"), row.getInt("places")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where there is at least one place of a merchant. */
    public List<RegionId> regionsWithPlaces() {
        return jdbc.sql("""
            select distinct region_id
            from merchant.place
            where merchant_id is not null
            """)
                .query((row, number) -> new RegionId(row.getInt("region_id")))
                .list();
    }
}
