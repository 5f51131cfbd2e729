package org.townloop.base.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;

/** Who cannot be spared yet: a region needs somebody to run it, and a partner is still owed a share. */
@Component
class LastOfTheirKind {

    private final JdbcClient jdbc;
    private final Regions regions;

    LastOfTheirKind(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    List<Obstacle> obstacles(PersonId person) {
        var obstacles = new ArrayList<Obstacle>();
        for (var region : without(person)) {
            obstacles.add(obstacle(PrivacyReason.LAST_OPERATOR, region));
        }
        for (var region : partnerOf(person)) {
            obstacles.add(obstacle(PrivacyReason.PARTNER_STILL, region));
        }
        return obstacles;
    }

    private Obstacle obstacle(PrivacyReason reason, RegionId id) {
        Region region = regions.get(id);
        return new Obstacle(new Refusal(reason, null, Map.of("region", region.name())), List.of());
    }

    /** The regions that nobody else operates. */
    private List<RegionId> without(PersonId person) {
        return jdbc.sql("""
            select region_id from identity.role mine
            where person_id = :person and role = 'OPERATOR'
                and not exists (select from identity.role other
                    where other.role = 'OPERATOR' and other.region_id = mine.region_id
                        and other.person_id <> :person)
            order by region_id
            """)
                .param("person", person.value())
                .query((row, number) -> new RegionId(row.getInt("region_id")))
                .list();
    }

    private List<RegionId> partnerOf(PersonId person) {
        return jdbc.sql("select region_id from identity.role where person_id = ? and role = 'PARTNER' order by"
                        + " region_id")
                .param(person.value())
                .query((row, number) -> new RegionId(row.getInt("region_id")))
                .list();
    }
}
