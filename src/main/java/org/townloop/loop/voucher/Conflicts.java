package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;

/** Scans that were served and not paid, until somebody has looked into them. Both scans stay whatever comes of it. */
@Component
public class Conflicts {

    private static final String SELECT = """
        select place_id, device_id, nonce, voucher_id, units, scanned_at, coalesce(skew_millis, 0) as skew_millis, at,
            first_at, first_counter_id
        from voucher.scan
        where outcome = 'CONFLICT' and looked_into_at is null
        """;

    private final JdbcTemplate jdbc;

    Conflicts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the place that nobody has looked into, the newest first. */
    public List<Conflict> open(PlaceId place, int limit) {
        return jdbc.query(
                SELECT + "and region_id = ? and place_id = ? order by at desc limit ?",
                Conflicts::conflict,
                place.region().number(),
                place.value(),
                limit);
    }

    /** Those of the regions, the newest first. */
    public List<Conflict> open(Collection<RegionId> regions, int limit) {
        return jdbc.query(
                SELECT + "and region_id = any (?) order by at desc limit ?",
                Conflicts::conflict,
                regions.stream().map(RegionId::number).toArray(Integer[]::new),
                limit);
    }

    /** How many of the place wait for somebody. */
    public int count(PlaceId place) {
        return jdbc.query(
                        "select count(*) from voucher.scan where outcome = 'CONFLICT' and looked_into_at is null"
                                + " and region_id = ? and place_id = ?",
                        (row, number) -> row.getInt(1),
                        place.region().number(),
                        place.value())
                .getFirst();
    }

    /** @return false if there is none that waits */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(PlaceId place, DeviceId device, String nonce, PersonId by, Instant now) {
        return jdbc.update(
                        """
                        update voucher.scan set looked_into_at = ?, looked_into_by = ?
                        where region_id = ? and counter_id = ? and nonce = ? and place_id = ?
                          and outcome = 'CONFLICT' and looked_into_at is null
                        """,
                        Timestamp.from(now),
                        by.value(),
                        place.region().number(),
                        device.value(),
                        nonce,
                        place.value())
                == 1;
    }

    private static Conflict conflict(ResultSet row, int number) throws SQLException {
        var skew = Duration.ofMillis(row.getLong("skew_millis"));
        return new Conflict(
                new PlaceId(row.getObject("place_id", UUID.class)),
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getString("nonce"),
                new VoucherId(row.getObject("voucher_id", UUID.class)),
                row.getInt("units"),
                row.getTimestamp("scanned_at").toInstant().plus(skew),
                row.getTimestamp("at").toInstant(),
                VoucherRows.instant(row, "first_at"),
                row.getObject("first_counter_id", UUID.class));
    }
}
