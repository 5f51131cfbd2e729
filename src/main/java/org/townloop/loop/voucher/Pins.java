package org.townloop.loop.voucher;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.StaffId;

/** The PINs of the staff. */
@Component
public class Pins {

    public static final int SHORTEST = 4;
    public static final int LONGEST = 8;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Pins(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of those of them who have one. */
    public Map<StaffId, Pin> of(Collection<StaffId> staff) {
        var pins = new HashMap<StaffId, Pin>();
        jdbc.query(
                "select staff_id, salt, iterations, hash from voucher.pin where region_id = any (?)"
                        + " and staff_id = any (?)",
                row -> {
                    pins.put(
                            new StaffId(row.getObject("staff_id", UUID.class)),
                            new Pin(row.getBytes("salt"), row.getInt("iterations"), row.getBytes("hash")));
                },
                staff.stream()
                        .map(id -> RegionId.of(id.value()).number())
                        .distinct()
                        .toArray(Integer[]::new),
                staff.stream().map(StaffId::value).toArray(UUID[]::new));
        return pins;
    }

    /** @param digits 4 to 8 of them */
    public void set(StaffId staff, String digits) {
        var pin = Pin.of(digits);
        jdbc.update(
                """
                insert into voucher.pin (region_id, staff_id, salt, iterations, hash, set_at) values (?, ?, ?, ?, ?, ?)
                on conflict (region_id, staff_id) do update
                set salt = excluded.salt, iterations = excluded.iterations, hash = excluded.hash,
                    set_at = excluded.set_at
                """,
                RegionId.of(staff.value()).number(),
                staff.value(),
                pin.salt(),
                pin.iterations(),
                pin.hash(),
                Timestamp.from(clock.instant()));
    }

    public void remove(StaffId staff) {
        jdbc.update(
                "delete from voucher.pin where region_id = ? and staff_id = ?",
                RegionId.of(staff.value()).number(),
                staff.value());
    }
}
