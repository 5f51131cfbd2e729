package org.townloop.supply.merchant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** The table of those who work at places. */
@Component
class CrewRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CrewRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Crew.Member> of(PlaceId place) {
        return jdbc.sql("""
            select id, name, version, pin_hash is not null as has_pin
            from merchant.staff
            where region_id = ? and place_id = ? and left_at is null
            order by id
            """)
                .params(place.region().number(), place.value())
                .query((row, number) -> new Crew.Member(
                        new StaffId(row.getObject("id", UUID.class)),
                        json.readValue(row.getString("name"), Words.class),
                        row.getInt("version"),
                        row.getBoolean("has_pin")))
                .list();
    }

    Map<StaffId, StaffPin> pins(PlaceId place) {
        var pins = new HashMap<StaffId, StaffPin>();
        jdbc.sql("""
            select id, pin_salt, pin_iterations, pin_hash
            from merchant.staff
            where region_id = ? and place_id = ? and left_at is null and pin_hash is not null
            """).params(place.region().number(), place.value()).query(row -> {
            pins.put(
                    new StaffId(row.getObject("id", UUID.class)),
                    new StaffPin(row.getBytes("pin_salt"), row.getInt("pin_iterations"), row.getBytes("pin_hash")));
        });
        return Map.copyOf(pins);
    }

    void add(PlaceId place, StaffId id, Words name) {
        jdbc.sql("insert into merchant.staff (region_id, id, place_id, name) values (?, ?, ?, ?::jsonb)")
                .params(place.region().number(), id.value(), place.value(), json.writeValueAsString(name))
                .update();
    }

    boolean rename(PlaceId place, StaffId id, int version, Words name) {
        return jdbc.sql("""
            update merchant.staff set name = ?::jsonb, version = version + 1
            where region_id = ? and id = ? and version = ?
            """)
                        .params(json.writeValueAsString(name), place.region().number(), id.value(), version)
                        .update()
                == 1;
    }

    boolean setPin(PlaceId place, StaffId id, int version, @Nullable StaffPin pin) {
        return jdbc.sql("""
            update merchant.staff
            set pin_salt = ?, pin_iterations = ?, pin_hash = ?, version = version + 1
            where region_id = ? and id = ? and version = ?
            """)
                        .param(pin == null ? null : pin.salt())
                        .param(pin == null ? null : pin.iterations())
                        .param(pin == null ? null : pin.hash())
                        .param(place.region().number())
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }
}
