package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.PlaceId;

/** Reads tokens, takes units of vouchers, and remembers every verdict. */
@Component
public class Scans {

    /**
     * What a token comes to before the voucher's own state is asked.
     *
     * @param refused the verdict, if the token alone settles it
     * @param voucher the voucher it names, if the token is ours
     */
    public record Reading(
            @Nullable ScanOutcome refused, @Nullable VoucherId voucher) {}

    private static final String ANSWER = """
        select nonce, outcome, voucher_id, redeemed_at, units_left, first_at, first_counter_id from voucher.scan
        """;

    private final JdbcTemplate jdbc;
    private final TokenSigner signer;

    Scans(JdbcTemplate jdbc, TokenSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    /** Checks signature and place. */
    public Reading read(String token, PlaceId place) {
        var read = signer.verify(token).orElse(null);
        if (read == null) {
            return new Reading(ScanOutcome.BAD_SIGNATURE, null);
        }
        return read.place().equals(place)
                ? new Reading(null, read.voucher())
                : new Reading(ScanOutcome.WRONG_PLACE, null);
    }

    /** The verdict that this scanner was given under this nonce before. */
    public Optional<ScanAnswer> earlier(Scanner scanner, String nonce) {
        return jdbc
                .query(
                        ANSWER + "where region_id = ? and counter_id = ? and nonce = ?",
                        Scans::answer,
                        scanner.place().region().number(),
                        scanner.id(),
                        nonce)
                .stream()
                .findFirst();
    }

    /** What the scan of that name took of the voucher; empty if it took nothing. */
    public Optional<Redeemed> had(Scanner scanner, String nonce, Voucher voucher) {
        return jdbc
                .query(
                        """
                        select count(*) as units, sum(value_minor) as worth from voucher.redemption
                        where region_id = ? and counter_id = ? and nonce = ? and voucher_id = ?
                        having count(*) > 0
                        """,
                        (row, number) -> new Redeemed(
                                row.getInt("units"),
                                new Money(row.getLong("worth"), voucher.value().currency())),
                        scanner.place().region().number(),
                        scanner.id(),
                        nonce,
                        voucher.id().value())
                .stream()
                .findFirst();
    }

    public Optional<Voucher> voucher(VoucherId id) {
        return jdbc
                .query(
                        "select " + VoucherRows.COLUMNS + " from voucher.voucher where region_id = ? and id = ?",
                        VoucherRows::voucher,
                        id.region().number(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** Of vouchers of which something was had: where and when the last of it was. */
    public Map<VoucherId, ScanAnswer.First> last(Collection<VoucherId> vouchers) {
        return jdbc
                .query(
                        """
                        select distinct on (region_id, voucher_id) voucher_id, redeemed_at, counter_id
                        from voucher.redemption
                        where region_id = any (?) and voucher_id = any (?)
                        order by region_id, voucher_id, unit desc
                        """,
                        (row, number) -> Map.entry(
                                new VoucherId(row.getObject("voucher_id", UUID.class)),
                                new ScanAnswer.First(
                                        row.getTimestamp("redeemed_at").toInstant(),
                                        row.getObject("counter_id", UUID.class))),
                        vouchers.stream()
                                .map(id -> id.region().number())
                                .distinct()
                                .toArray(Integer[]::new),
                        vouchers.stream().map(VoucherId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Takes units of vouchers, by one guarded update and one insert.
     *
     * @return false if one of the vouchers is not as it was; then nothing may come of any
     * @throws org.springframework.dao.DuplicateKeyException if a unit was taken before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean redeem(List<Redemption> taken, Scanner scanner, Instant now) {
        var updated = count(taken, scanner, now);
        insert(taken, scanner, now);
        return updated
                == taken.stream().map(part -> part.voucher().id()).distinct().count();
    }

    private int count(List<Redemption> taken, Scanner scanner, Instant now) {
        return jdbc.update(
                """
                update voucher.voucher v
                set units_redeemed = t.after,
                    state = case when t.after = v.units then 'REDEEMED' else v.state end,
                    redeemed_at = case when t.after = v.units then cast(? as timestamptz) end,
                    redeemed_by = case when t.after = v.units then cast(? as uuid) end
                from (select id, min(before) as before, max(after) as after
                      from unnest(?::uuid[], ?::int[], ?::int[]) as t (id, before, after) group by id) t
                where v.region_id = ? and v.id = t.id and v.state = 'ISSUED' and v.units_redeemed = t.before
                """,
                Timestamp.from(now),
                scanner.id(),
                taken.stream().map(part -> part.voucher().id().value()).toArray(UUID[]::new),
                taken.stream().map(part -> part.voucher().unitsRedeemed()).toArray(Integer[]::new),
                taken.stream().map(Redemption::lastUnit).toArray(Integer[]::new),
                scanner.place().region().number());
    }

    private void insert(List<Redemption> taken, Scanner scanner, Instant now) {
        jdbc.update(
                """
                insert into voucher.redemption (region_id, voucher_id, unit, units, counter_id, nonce, value_minor,
                    redeemed_at)
                select ?, t.id, unit, t.units, ?, t.nonce, t.value * unit / t.units - t.value * (unit - 1) / t.units,
                    cast(? as timestamptz)
                from unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::int[], ?::int[])
                    as t (id, nonce, units, value, first, last), generate_series(t.first, t.last) as unit
                """,
                scanner.place().region().number(),
                scanner.id(),
                Timestamp.from(now),
                taken.stream().map(part -> part.voucher().id().value()).toArray(UUID[]::new),
                taken.stream().map(Redemption::nonce).toArray(String[]::new),
                taken.stream().map(part -> part.voucher().units()).toArray(Integer[]::new),
                taken.stream().map(part -> part.voucher().value().minor()).toArray(Long[]::new),
                taken.stream().map(Redemption::firstUnit).toArray(Integer[]::new),
                taken.stream().map(Redemption::lastUnit).toArray(Integer[]::new));
    }

    /** Remembers verdicts; false if a nonce or a number was used before, and nothing may come of any. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remember(List<JudgedScan> judged, Scanner scanner, Instant now) {
        var device = scanner.device();
        var inserted = jdbc.update(
                """
                insert into voucher.scan (region_id, place_id, counter_id, device_id, at, nonce, voucher_id, outcome,
                    redeemed_at, offline, sequence, scanned_at, skew_millis, units, units_left, staff_id, first_at,
                    first_counter_id, token_hash)
                select ?, ?, ?, cast(? as uuid), cast(? as timestamptz), s.*
                from unnest(?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::boolean[], ?::bigint[],
                    ?::timestamptz[], ?::bigint[], ?::int[], ?::int[], ?::uuid[], ?::timestamptz[], ?::uuid[],
                    ?::text[]) as s
                on conflict do nothing
                """,
                JudgedScan.columns(
                        judged,
                        Arrays.asList(
                                scanner.place().region().number(),
                                scanner.place().value(),
                                scanner.id(),
                                device == null ? null : device.value(),
                                Timestamp.from(now)),
                        List.of()));
        return inserted == judged.size();
    }

    /** The last verdicts at a place, the newest first. */
    public List<ScanAnswer> latest(PlaceId place, int limit) {
        return jdbc.query(
                ANSWER + "where region_id = ? and place_id = ? order by at desc limit ?",
                Scans::answer,
                place.region().number(),
                place.value(),
                limit);
    }

    static ScanAnswer answer(ResultSet row, int number) throws SQLException {
        var voucher = row.getObject("voucher_id", UUID.class);
        var firstAt = VoucherRows.instant(row, "first_at");
        return new ScanAnswer(
                row.getString("nonce"),
                ScanOutcome.valueOf(row.getString("outcome")),
                voucher == null ? null : new VoucherId(voucher),
                VoucherRows.instant(row, "redeemed_at"),
                row.getObject("units_left", Integer.class),
                firstAt == null ? null : new ScanAnswer.First(firstAt, row.getObject("first_counter_id", UUID.class)));
    }
}
