package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Very many salons, each with people and rooms that are busy at some times: the rows of one of the demo's again, under
 * other ids. An hour there takes somebody and a room, with nothing put around it.
 */
final class CrowdedTown {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int DAYS = 28;

    private static final String TEMPLATE = """
        select o.id as offer, o.place_id as place, v.version
        from offer.offer o join offer.version v using (region_id)
        where v.offer_id = o.id and v.version = o.version
          and v.mode = 'appointment' and v.resource_kind = 'room' and v.duration_minutes = 60
        order by o.id limit 1
        """;

    private final Path data;

    CrowdedTown(Path data) {
        this.data = data;
    }

    /** The first of the days on which they are busy. */
    static LocalDate firstDay() {
        return LocalDate.now(ZONE).plusDays(1);
    }

    /**
     * Adds salons.
     *
     * @param busy of a hundred times of each of their people and rooms, how many are taken
     * @return the offers
     */
    List<UUID> add(int salons, int people, int rooms, int busy) throws IOException, SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table model on commit drop as " + TEMPLATE);
            statement.execute("""
                create temporary table salon on commit drop as
                select n, %1$s as place, %1$s as offer from generate_series(1, %2$d) n
                """.formatted(newId(), salons));
            subjects(statement, "person", people);
            subjects(statement, "room", rooms);
            copy(statement, people > 1 ? "Mo-Su 08:00-24:00" : "Mo-Su 10:00-22:00");
            claims(statement, busy);
            var offers = new ArrayList<UUID>();
            try (var rows = statement.executeQuery("select offer from salon order by n")) {
                while (rows.next()) {
                    offers.add(rows.getObject(1, UUID.class));
                }
            }
            connection.commit();
            statement.execute("analyze booking.claim");
            connection.commit();
            return offers;
        }
    }

    /** A random id of the model's region. */
    static String newId() {
        return "(left(gen_random_uuid()::text, 30) || right((select place from model)::text, 6))::uuid";
    }

    private static void subjects(Statement statement, String table, int each) throws SQLException {
        statement.execute("""
            create temporary table %1$s on commit drop as
            select n, place, offer, %2$s as id from salon cross join generate_series(1, %3$d) k
            """.formatted(table, newId(), each));
    }

    private static void copy(Statement statement, String hours) throws SQLException {
        statement.execute("""
            insert into merchant.place
            select (jsonb_populate_record(t, jsonb_build_object(
                'id', s.place, 'source_key', s.place::text, 'hours', '%s'))).*
            from merchant.place t, salon s where t.id = (select place from model)
            """.formatted(hours));
        statement.execute("""
            insert into merchant.staff (region_id, id, place_id, name)
            select t.region_id, p.id, p.place, t.name from person p, merchant.place t where t.id = p.place
            """);
        statement.execute("""
            insert into merchant.resource (region_id, id, place_id, kind, name)
            select t.region_id, r.id, r.place, 'room', t.name from room r, merchant.place t where t.id = r.place
            """);
        statement.execute("""
            insert into offer.offer
            select (jsonb_populate_record(t, jsonb_build_object('id', s.offer, 'place_id', s.place))).*
            from offer.offer t, salon s where t.id = (select offer from model)
            """);
        statement.execute("""
            insert into offer.version
            select (jsonb_populate_record(t, jsonb_build_object(
                'offer_id', s.offer, 'buffer_before_minutes', 0, 'buffer_after_minutes', 0))).*
            from offer.version t, salon s, model m where t.offer_id = m.offer and t.version = m.version
            """);
        statement.execute("""
            insert into offer.staff (region_id, offer_id, staff_id)
            select t.region_id, p.offer, p.id from person p, merchant.place t where t.id = p.place
            """);
    }

    /** Three times a day at which each may be busy: three hours after two, one hour about half past six and eight. */
    private static void claims(Statement statement, int busy) throws SQLException {
        statement.execute("""
            insert into booking.claim (region_id, subject_id, during, place_id, order_id, line, kind)
            select t.region_id, b.id, tstzrange(b.starts, b.starts + b.lasting), b.place, b.offer, 1, b.kind
            from (
                select u.id, u.place, u.offer, u.kind, ('%1$s'::date + day + at)::timestamp at time zone '%2$s'
                        + interval '30 minutes' * (abs(hashtext(u.id::text || day || at || 'x')) %% 2) as starts, lasting
                from (select id, place, offer, 'STAFF' as kind from person
                      union all select id, place, offer, 'RESOURCE' from room) u
                cross join generate_series(0, %3$d) day
                cross join (values (time '14:00', interval '3 hours'), (time '18:00', interval '1 hour'),
                                   (time '19:30', interval '1 hour')) as asked (at, lasting)
                where abs(hashtext(u.id::text || day || at)) %% 100 < %4$d
            ) b join merchant.place t on t.id = b.place
            """.formatted(firstDay(), ZONE, DAYS - 1, busy));
    }

    /** As the owner of the tables. */
    Connection connect() throws IOException, SQLException {
        var access = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("postgres-access.properties"))) {
            access.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/townloop",
                "townloop_owner",
                access.getProperty("owner"));
    }
}
