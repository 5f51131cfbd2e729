package org.townloop.loop.voucher;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.PlaceId;

/** What devices signed that were reported lost: each is kept once, until somebody decides about it. */
@Component
public class QuarantinedScans {

    /** What is kept of one device, for ever. */
    public static final int MOST_SCANS = 1_000;

    private static final int MOST_BYTES = 256 * 1_024;

    /** How many scans more, and how many bytes of them. */
    record Room(int scans, int bytes) {

        /** What a row takes besides the nonce, which the device chooses. */
        private static final int FIXED_BYTES = 200;

        static int bytes(QuarantinedScan scan) {
            return FIXED_BYTES + scan.nonce().getBytes(StandardCharsets.UTF_8).length;
        }

        boolean has(QuarantinedScan scan) {
            return scans >= 1 && bytes >= bytes(scan);
        }

        Room without(QuarantinedScan scan) {
            return new Room(scans - 1, bytes - bytes(scan));
        }
    }

    private static final String SELECT = """
        select device_id, place_id, nonce, voucher_id, refused, sequence, scanned_at, skew_millis, units, staff_id,
            received_at, state, token_hash
        from voucher.quarantined
        """;

    private final JdbcTemplate jdbc;

    QuarantinedScans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps what there is room for, in the order given; one that is there already is left alone. Of a device at most
     * 1,000 scans and 256 KiB are kept for ever, so that whoever has a stolen one fills nothing with it.
     *
     * @param scans of the device, each nonce once
     * @return the nonces of those that are kept, now or before; of the others nothing is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> keep(DeviceId device, List<QuarantinedScan> scans, Instant now) {
        var room = room(device);
        var known = known(device, scans);
        var kept = new ArrayList<QuarantinedScan>();
        var overflows = false;
        for (var scan : scans) {
            if (known.contains(scan.nonce())) {
                continue;
            }
            if (room.has(scan)) {
                room = room.without(scan);
                kept.add(scan);
            } else {
                overflows = true;
            }
        }
        insert(kept);
        count(device, kept, overflows ? now : null);
        return Stream.concat(known.stream(), kept.stream().map(QuarantinedScan::nonce))
                .collect(Collectors.toSet());
    }

    /** How much more is kept of the device; whoever else asks waits until this transaction has ended. */
    Room room(DeviceId device) {
        return room(device, "for update");
    }

    Room room(DeviceId device, String locking) {
        return jdbc.query(
                        "select quarantined, quarantined_bytes from voucher.device where region_id = ? and id = ? "
                                + locking,
                        (row, number) -> new Room(
                                MOST_SCANS - row.getInt("quarantined"), MOST_BYTES - row.getInt("quarantined_bytes")),
                        device.region().number(),
                        device.value())
                .getFirst();
    }

    private Set<String> known(DeviceId device, List<QuarantinedScan> scans) {
        return Set.copyOf(jdbc.queryForList(
                "select nonce from voucher.quarantined where region_id = ? and device_id = ? and nonce = any (?)",
                String.class,
                device.region().number(),
                device.value(),
                scans.stream().map(QuarantinedScan::nonce).toArray(String[]::new)));
    }

    private void insert(List<QuarantinedScan> scans) {
        jdbc.batchUpdate("""
            insert into voucher.quarantined (region_id, device_id, nonce, place_id, voucher_id, refused, sequence,
                scanned_at, skew_millis, units, staff_id, received_at, token_hash, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')
            """, scans.stream().map(QuarantinedScans::columns).toList());
    }

    private void count(DeviceId device, List<QuarantinedScan> kept, @Nullable Instant overflowedAt) {
        jdbc.update(
                """
                update voucher.device
                set quarantined = quarantined + ?, quarantined_bytes = quarantined_bytes + ?,
                    overflowed_at = coalesce(overflowed_at, ?)
                where region_id = ? and id = ?
                """,
                kept.size(),
                kept.stream().mapToInt(Room::bytes).sum(),
                overflowedAt == null ? null : Timestamp.from(overflowedAt),
                device.region().number(),
                device.value());
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
            Timestamp.from(scan.receivedAt()),
            scan.tokenHash()
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
                QuarantineState.valueOf(row.getString("state")),
                row.getString("token_hash"));
    }
}
