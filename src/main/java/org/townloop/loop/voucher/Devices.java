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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.TokenId;
import org.townloop.supply.merchant.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/** The devices of the counters. */
@Component
public class Devices {

    private static final String SELECT = """
        select d.id, d.place_id, d.name, d.jwk, d.token_id, d.enrolled_at, d.revoked_at, d.synced_at, d.sequence,
            d.arrived, d.dismissed, d.overflowed_at, d.claimed, d.skew_millis
        from voucher.device d
        """;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Devices(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Device> find(DeviceId id) {
        return jdbc
                .query(
                        SELECT + "where d.region_id = ? and d.id = ?",
                        this::device,
                        id.region().number(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** Those of the place, the newest first; those that were revoked last. */
    public List<Device> of(PlaceId place, int limit) {
        return jdbc.query(
                SELECT
                        + "where d.region_id = ? and d.place_id = ?"
                        + " order by d.revoked_at is not null, d.enrolled_at desc limit ?",
                this::device,
                place.region().number(),
                place.value(),
                limit);
    }

    /** How many are enrolled at the place and not revoked. */
    public int count(PlaceId place) {
        return jdbc.query(
                        "select count(*) from voucher.device"
                                + " where region_id = ? and place_id = ? and revoked_at is null",
                        (row, number) -> row.getInt(1),
                        place.region().number(),
                        place.value())
                .getFirst();
    }

    /** @param mark of its place: it has no bundle yet, so it knows of nothing that it could do wrong */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enrol(Device device, PersonId by, long mark) {
        jdbc.update(
                """
                insert into voucher.device (region_id, id, place_id, name, jwk, token_id, enrolled_by, enrolled_at,
                    synced_mark)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                """,
                device.id().region().number(),
                device.id().value(),
                device.place().value(),
                device.name(),
                json.writeValueAsString(device.key().jwk()),
                device.token().value(),
                by.value(),
                Timestamp.from(device.enrolledAt()),
                mark);
    }

    /** @return false if it was revoked before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean revoke(DeviceId id, PersonId by, Instant now) {
        return jdbc.update("""
            update voucher.device set revoked_at = ?, revoked_by = ?
            where region_id = ? and id = ? and revoked_at is null
            """, Timestamp.from(now), by.value(), id.region().number(), id.value()) == 1;
    }

    /**
     * Locks many, always in the same order, so that two who lock some of the same wait rather than block each other; what
     * refers to them may be written by others meanwhile.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Device> lock(Collection<DeviceId> ids) {
        return jdbc.query(
                SELECT + "where d.region_id = any (?) and d.id = any (?) order by d.id for no key update",
                this::device,
                ids.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                ids.stream().map(DeviceId::value).toArray(UUID[]::new));
    }

    /** Notes that devices reached us, each named once, by one statement; whoever names more than one has locked them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(List<ReachedDevice> reached, Instant now) {
        jdbc.update("""
            update voucher.device d
            set synced_at = ?, sequence = greatest(d.sequence, r.highest), arrived = d.arrived + r.arrived,
                claimed = greatest(d.claimed,
                    case when r.claimed - d.sequence <= ? then r.claimed else d.sequence + ? end),
                dismissed = greatest(0, d.dismissed - (
                    select count(*) from unnest(?::uuid[], ?::bigint[]) as came (id, number)
                    where came.id = d.id and came.number <= d.dismissed_to)),
                skew_millis = coalesce(r.skew, d.skew_millis)
            from unnest(?::int[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                as r (region_id, id, highest, arrived, claimed, skew)
            where d.region_id = r.region_id and d.id = r.id
            """, ReachedDevice.columns(reached, now));
    }

    /**
     * The numbers that are missing up to now were looked into, and are shown no more; one of them that comes later
     * counts all the same.
     *
     * @param missing how many whoever says so has seen
     * @return false if it is another number by now, or none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean dismiss(DeviceId id, long missing) {
        return jdbc.update("""
            update voucher.device
            set dismissed = dismissed + ?, dismissed_to = greatest(sequence, claimed)
            where region_id = ? and id = ? and greatest(sequence, claimed) - arrived - dismissed = ? and ? > 0
            """, missing, id.region().number(), id.value(), missing, missing) == 1;
    }

    /** Notes the bundle that a device is given, and forgets those that are good no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(DeviceId id, UUID bundle, long mark, Instant now, Duration good) {
        jdbc.update(
                "delete from voucher.bundle where region_id = ? and device_id = ? and issued_at < ?",
                id.region().number(),
                id.value(),
                Timestamp.from(now.minus(good)));
        jdbc.update(
                "insert into voucher.bundle (region_id, id, device_id, mark, issued_at) values (?, ?, ?, ?, ?)",
                id.region().number(),
                bundle,
                id.value(),
                mark,
                Timestamp.from(now));
    }

    /**
     * Notes that the device keeps the bundle. How old it is does not matter: what it knows by it, it knows.
     *
     * @return false if it was given no such bundle, or one that was forgotten since, when it was good no longer and the
     *     next one was given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keeps(DeviceId id, UUID bundle) {
        return jdbc.update("""
            update voucher.device d set synced_mark = greatest(d.synced_mark, b.mark)
            from voucher.bundle b
            where d.region_id = ? and d.id = ? and d.revoked_at is null
              and b.region_id = d.region_id and b.device_id = d.id and b.id = ?
            """, id.region().number(), id.value(), bundle) == 1;
    }

    /** The lowest mark that all devices of the place know of; null if it has none, so that nobody need be waited for. */
    public @Nullable Long knownToAll(PlaceId place) {
        return jdbc.queryForObject(
                "select min(synced_mark) from voucher.device"
                        + " where region_id = ? and place_id = ? and revoked_at is null",
                Long.class,
                place.region().number(),
                place.value());
    }

    private Device device(ResultSet row, int number) throws SQLException {
        var jwk = json.readValue(row.getString("jwk"), SigningKey.Jwk.class);
        var skew = row.getObject("skew_millis", Long.class);
        return new Device(
                new DeviceId(row.getObject("id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                row.getString("name"),
                new DeviceKey(jwk.x(), jwk.y()),
                new TokenId(row.getObject("token_id", UUID.class)),
                row.getTimestamp("enrolled_at").toInstant(),
                VoucherRows.instant(row, "revoked_at"),
                VoucherRows.instant(row, "synced_at"),
                row.getLong("sequence"),
                row.getLong("claimed"),
                row.getLong("arrived"),
                row.getLong("dismissed"),
                row.getTimestamp("overflowed_at") != null,
                skew == null ? null : Duration.ofMillis(skew));
    }
}
