package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;

/** What devices signed that were reported lost: each is kept once, until somebody decides about it. */
@Component
public class QuarantinedScans {

    private static final String SELECT = """
        select device_id, place_id, nonce, voucher_id, refused, sequence, scanned_at, skew_millis, units, staff_id,
            received_at, state
        from voucher.quarantined
        """;

    private final JdbcTemplate jdbc;

    QuarantinedScans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is there already is left alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Collection<QuarantinedScan> scans) {
        jdbc.batchUpdate("""
            insert into voucher.quarantined (region_id, device_id, nonce, place_id, voucher_id, refused, sequence,
                scanned_at, skew_millis, units, staff_id, received_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')
            on conflict (region_id, device_id, nonce) do nothing
            """, scans.stream().map(QuarantinedScans::columns).toList());
    }

    /** Those of the place about which nobody decided yet, the oldest first. */
    public List<QuarantinedScan> waiting(PlaceId place, int limit) {
        return jdbc.query(
                SELECT
                        + "where region_id = ? and place_id = ? and state = 'WAITING'"
                        + " order by received_at, sequence limit ?",
                QuarantinedScans::scan,
                place.region().number(),
                place.value(),
                limit);
    }

    public Optional<QuarantinedScan> find(DeviceId device, String nonce) {
        return jdbc
                .query(
                        SELECT + "where region_id = ? and device_id = ? and nonce = ?",
                        QuarantinedScans::scan,
                        device.region().number(),
                        device.value(),
                        nonce)
                .stream()
                .findFirst();
    }

    /** Decides about one that waits; false if somebody did before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean become(QuarantineState next, QuarantinedScan scan, PersonId by, Instant now) {
        return jdbc.update(
                        """
                        update voucher.quarantined set state = ?, decided_at = ?, decided_by = ?
                        where region_id = ? and device_id = ? and nonce = ? and state = 'WAITING'
                        """,
                        next.name(),
                        Timestamp.from(now),
                        by.value(),
                        scan.device().region().number(),
                        scan.device().value(),
                        scan.nonce())
                == 1;
    }

    private static Object[] columns(QuarantinedScan scan) {
        var voucher = scan.voucher();
        var refused = scan.refused();
        return new Object[] {
            scan.device().region().number(),
            scan.device().value(),
            scan.nonce(),
            scan.place().value(),
            voucher == null ? null : voucher.value(),
            refused == null ? null : refused.name(),
            scan.sequence(),
            Timestamp.from(scan.scannedAt()),
            scan.skew().toMillis(),
            scan.units(),
            scan.staff(),
            Timestamp.from(scan.receivedAt())
        };
    }

    private static QuarantinedScan scan(ResultSet row, int number) throws SQLException {
        var voucher = row.getObject("voucher_id", UUID.class);
        var refused = row.getString("refused");
        return new QuarantinedScan(
                new DeviceId(row.getObject("device_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getString("nonce"),
                voucher == null ? null : new VoucherId(voucher),
                refused == null ? null : ScanOutcome.valueOf(refused),
                row.getLong("sequence"),
                row.getTimestamp("scanned_at").toInstant(),
                Duration.ofMillis(row.getLong("skew_millis")),
                row.getInt("units"),
                row.getObject("staff_id", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                QuarantineState.valueOf(row.getString("state")));
    }
}
