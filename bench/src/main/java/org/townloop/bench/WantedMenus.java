package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Very many kitchens with a menu each, of which there is enough for everybody: one of the demo's again, under other ids. */
final class WantedMenus {

    private static final String TEMPLATE = """
        select o.id as offer, o.place_id as place, v.version
        from offer.offer o
        join offer.version v on v.region_id = o.region_id and v.offer_id = o.id and v.version = o.version
        where o.active and v.mode = 'walk-in' and v.price_minor > 1000 and v.price_minor % 10 = 0
        order by o.id limit 1
        """;

    private final Path data;

    WantedMenus(Path data) {
        this.data = data;
    }

    /** The offers. */
    List<UUID> add(int count) throws IOException, SQLException {
        try (var connection = new CrowdedTown(data).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table model on commit drop as " + TEMPLATE);
            statement.execute("""
                create temporary table kitchen on commit drop as
                select n, %1$s as place, %1$s as offer from generate_series(1, %2$d) n
                """.formatted(CrowdedTown.newId(), count));
            statement.execute("""
                insert into merchant.place
                select (jsonb_populate_record(t, jsonb_build_object(
                    'id', k.place, 'source_key', k.place::text, 'hours', 'Mo-Su 08:00-24:00'))).*
                from merchant.place t, kitchen k where t.id = (select place from model)
                """);
            statement.execute("""
                insert into offer.offer
                select (jsonb_populate_record(t, jsonb_build_object('id', k.offer, 'place_id', k.place))).*
                from offer.offer t, kitchen k where t.id = (select offer from model)
                """);
            statement.execute("""
                insert into offer.version
                select (jsonb_populate_record(t, jsonb_build_object('offer_id', k.offer, 'menu', '[]'::jsonb,
                    'arrangement', t.arrangement || '{"dailyCapacity":10000,"lastSaleDay":null,"blockedDays":[]}'))).*
                from offer.version t, kitchen k, model m where t.offer_id = m.offer and t.version = m.version
                """);
            var offers = new ArrayList<UUID>();
            try (var rows = statement.executeQuery("select offer from kitchen order by n")) {
                while (rows.next()) {
                    offers.add(rows.getObject(1, UUID.class));
                }
            }
            connection.commit();
            return offers;
        }
    }
}
