package org.townloop.supply.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables of this module. */
@Component
class PlaceRows {

    private static final String PLACE = """
        select p.region_id, p.id, p.merchant_id, p.name, p.address, p.lat, p.lon, p.trade, p.phone, p.details, p.source
        from merchant.place p
        """;

    private static final String MARK =
            "select p.id, p.merchant_id is null as is_listing, p.changed_at from merchant.place p ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlaceRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Place> places(Collection<PlaceId> ids) {
        return jdbc.sql(PLACE + """
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, id) using (region_id, id)
            """)
                .params(regions(ids), values(ids))
                .query(this::place)
                .list();
    }

    List<Place> of(MerchantId merchant) {
        return jdbc.sql(PLACE + "where p.region_id = ? and p.merchant_id = ? order by p.id")
                .params(merchant.region().number(), merchant.value())
                .query(this::place)
                .list();
    }

    /** The next places after that one in the order of region and id; from the beginning after null. */
    List<Place> after(@Nullable PlaceId last, int limit) {
        return jdbc.sql(PLACE + "where (p.region_id, p.id) > (?, ?) order by p.region_id, p.id limit ?")
                .params(last == null ? 0 : last.region().number(), last == null ? new UUID(0, 0) : last.value(), limit)
                .query(this::place)
                .list();
    }

    List<Places.Mark> marks() {
        return jdbc.sql(MARK).query(PlaceRows::mark).list();
    }

    List<Places.Mark> marks(Collection<PlaceId> ids) {
        return jdbc.sql(MARK + """
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, id) using (region_id, id)
            """)
                .params(regions(ids), values(ids))
                .query(PlaceRows::mark)
                .list();
    }

    Optional<Merchant> merchant(MerchantId id) {
        return jdbc.sql("""
            select region_id, id, name, asked_at, verified_at, refused_at, refusal
            from merchant.merchant where region_id = ? and id = ?
            """)
                .params(id.region().number(), id.value())
                .query((row, number) ->
                        new Merchant(id, id.region(), words(row.getString("name")), MerchantRows.standing(row)))
                .optional();
    }

    Places.Versions versions(PlaceId id) {
        return jdbc.sql("select version, hours_version from merchant.place where region_id = ? and id = ?")
                .params(id.region().number(), id.value())
                .query((row, number) -> new Places.Versions(row.getInt("version"), row.getInt("hours_version")))
                .single();
    }

    Map<MerchantId, Merchant> merchants(Collection<MerchantId> ids) {
        return jdbc
                .sql("""
                    select region_id, id, name, asked_at, verified_at, refused_at, refusal
                    from merchant.merchant
                    join unnest(?::int[], ?::uuid[]) as wanted (region_id, id) using (region_id, id)
                    """)
                .params(numbers(ids), uuids(ids))
                .query((row, number) -> new Merchant(
                        new MerchantId(uuid(row, "id")),
                        new RegionId(row.getInt("region_id")),
                        words(row.getString("name")),
                        MerchantRows.standing(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Merchant::id, merchant -> merchant));
    }

    Map<MerchantId, Place> firstOf(Collection<MerchantId> merchants) {
        var first = new HashMap<MerchantId, Place>();
        jdbc.sql(PLACE + """
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, merchant_id)
                on p.region_id = wanted.region_id and p.merchant_id = wanted.merchant_id
            order by p.id
            """)
                .params(numbers(merchants), uuids(merchants))
                .query(this::place)
                .list()
                .forEach(place -> Optional.ofNullable(place.merchant()).ifPresent(id -> first.putIfAbsent(id, place)));
        return first;
    }

    private static Integer[] numbers(Collection<MerchantId> ids) {
        return ids.stream().map(id -> id.region().number()).toArray(Integer[]::new);
    }

    private static UUID[] uuids(Collection<MerchantId> ids) {
        return ids.stream().map(MerchantId::value).toArray(UUID[]::new);
    }

    List<Staff> staff(Collection<PlaceId> places, boolean evenIfLeft) {
        return jdbc.sql("""
            select s.id, s.place_id, s.name
            from merchant.staff s
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, place_id) using (region_id, place_id)
            where s.left_at is null or ?
            order by s.id
            """)
                .params(regions(places), values(places), evenIfLeft)
                .query((row, number) -> new Staff(
                        new StaffId(uuid(row, "id")), new PlaceId(uuid(row, "place_id")), words(row.getString("name"))))
                .list();
    }

    List<Resource> resources(Collection<PlaceId> places) {
        return jdbc.sql("""
            select r.id, r.place_id, r.kind, r.name, r.seats, r.zone, r.units
            from merchant.resource r
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, place_id) using (region_id, place_id)
            where r.left_at is null
            order by r.kind, r.id
            """)
                .params(regions(places), values(places))
                .query((row, number) -> new Resource(
                        new ResourceId(uuid(row, "id")),
                        new PlaceId(uuid(row, "place_id")),
                        row.getString("kind"),
                        words(row.getString("name")),
                        row.getInt("seats"),
                        row.getString("zone"),
                        row.getInt("units")))
                .list();
    }

    /** Each is given anew by triggers, in the transaction that writes what it stands for. */
    Map<PlaceId, Long> rosterVersions(Collection<PlaceId> places) {
        return jdbc
                .sql("""
                    select place_id, version
                    from merchant.roster_version
                    join unnest(?::int[], ?::uuid[]) as wanted (region_id, place_id) using (region_id, place_id)
                    """)
                .params(regions(places), values(places))
                .query((row, number) -> Map.entry(new PlaceId(uuid(row, "place_id")), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    static Integer[] regions(Collection<PlaceId> ids) {
        return ids.stream().map(id -> id.region().number()).toArray(Integer[]::new);
    }

    static UUID[] values(Collection<PlaceId> ids) {
        return ids.stream().map(PlaceId::value).toArray(UUID[]::new);
    }

    private Place place(ResultSet row, int number) throws SQLException {
        var merchant = row.getObject("merchant_id", UUID.class);
        var lat = row.getObject("lat", Double.class);
        return new Place(
                new PlaceId(uuid(row, "id")),
                new RegionId(row.getInt("region_id")),
                merchant == null ? null : new MerchantId(merchant),
                words(row.getString("name")),
                words(row.getString("address")),
                lat == null ? null : new Point(lat, row.getDouble("lon")),
                row.getString("trade"),
                row.getString("phone"),
                json.readTree(row.getString("details")),
                row.getString("source"));
    }

    private static Places.Mark mark(ResultSet row, int number) throws SQLException {
        return new Places.Mark(
                new PlaceId(uuid(row, "id")),
                row.getBoolean("is_listing"),
                row.getTimestamp("changed_at").toInstant());
    }

    private Words words(String text) {
        return json.readValue(text, Words.class);
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
