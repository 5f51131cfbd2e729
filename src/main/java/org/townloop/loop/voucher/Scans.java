package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
    private final TakenUnits units;

    Scans(JdbcTemplate jdbc, TokenSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.units = new TakenUnits(jdbc);
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

    /** The same of one scanner. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean redeem(List<Redemption> taken, Scanner scanner, Instant now) {
        return redeem(Map.of(scanner, taken), now);
    }

    /**
     * Takes units of vouchers, by one guarded update and one insert. Of a voucher of which several scanners take units, each
     * takes those after the last one's.
     *
     * @return false if one of the vouchers is not as it was; then nothing may come of any
     * @throws org.springframework.dao.DuplicateKeyException if a unit was taken before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean redeem(Map<Scanner, List<Redemption>> taken, Instant now) {
        var by = scanners(taken);
        var parts = taken.values().stream().flatMap(List::stream).toList();
        var updated = units.count(parts, by, now);
        units.insert(parts, by, now);
        return updated
                == parts.stream().map(part -> part.voucher().id()).distinct().count();
    }

    /** Whose each of them is, in their order. */
    private static List<Scanner> scanners(Map<Scanner, ? extends List<?>> theirs) {
        return theirs.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(one -> each.getKey()))
                .toList();
    }

    /** The same of one scanner. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remember(List<JudgedScan> judged, Scanner scanner, Instant now) {
        return remember(Map.of(scanner, judged), now);
    }

    /** Remembers verdicts; false if a nonce or a number was used before, and nothing may come of any. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remember(Map<Scanner, List<JudgedScan>> judged, Instant now) {
        var by = scanners(judged);
        var scans = judged.values().stream().flatMap(List::stream).toList();
        var inserted = scans.isEmpty()
                ? 0
                : jdbc.update(
                        """
                        insert into voucher.scan (at, region_id, place_id, counter_id, device_id, nonce, voucher_id,
                            outcome, redeemed_at, offline, sequence, scanned_at, skew_millis, units, units_left,
                            staff_id, first_at, first_counter_id, token_hash)
                        select cast(? as timestamptz), s.*
                        from unnest(?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[],
                            ?::timestamptz[], ?::boolean[], ?::bigint[], ?::timestamptz[], ?::bigint[], ?::int[],
                            ?::int[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::text[]) as s
                        on conflict do nothing
                        """,
                        JudgedScan.columns(
                                scans,
                                List.of(
                                        Timestamp.from(now),
                                        TakenUnits.regions(by),
                                        by.stream()
                                                .map(scanner -> scanner.place().value())
                                                .toArray(UUID[]::new),
                                        by.stream().map(Scanner::id).toArray(UUID[]::new),
                                        devices(by)),
                                List.of()));
        return inserted == scans.size();
    }

    private static String[] devices(List<Scanner> scanners) {
        return scanners.stream()
                .map(Scanner::device)
                .map(device -> device == null ? null : device.value().toString())
                .toArray(String[]::new);
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
