package org.townloop.loop.voucher;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What scanners were answered before, under which nonces and numbers. */
@Component
public class EarlierScans {

    private final JdbcTemplate jdbc;

    EarlierScans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What this scanner asked before and was answered, by nonce. */
    public Map<String, EarlierScan> of(Scanner scanner, Collection<String> nonces) {
        return of(nonces.stream().map(scanner::name).distinct().toList()).values().stream()
                .collect(Collectors.toMap(scan -> scan.answer().nonce(), Function.identity()));
    }

    /** What scanners asked before and were answered, by one statement; scans of which nothing is known are left out. */
    public Map<ScanName, EarlierScan> of(Collection<ScanName> names) {
        return jdbc
                .query(
                        """
                        select region_id, counter_id, nonce, outcome, voucher_id, redeemed_at, units_left, first_at,
                            first_counter_id, sequence, units, token_hash
                        from voucher.scan
                        join unnest(?::int[], ?::uuid[], ?::text[]) as n (region_id, counter_id, nonce)
                            using (region_id, counter_id, nonce)
                        """,
                        (row, number) -> Map.entry(
                                new ScanName(
                                        row.getInt("region_id"),
                                        row.getObject("counter_id", UUID.class),
                                        row.getString("nonce")),
                                new EarlierScan(
                                        Scans.answer(row, number),
                                        row.getObject("sequence", Long.class),
                                        row.getInt("units"),
                                        row.getString("token_hash"))),
                        names.stream().map(ScanName::region).toArray(Integer[]::new),
                        names.stream().map(ScanName::scanner).toArray(UUID[]::new),
                        names.stream().map(ScanName::nonce).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which of its numbers the device used before, and the nonces under which it did. */
    public Map<Long, String> used(DeviceId device, Collection<Long> sequences) {
        return jdbc
                .query(
                        """
                        select sequence, nonce from voucher.scan
                        where region_id = ? and device_id = ? and sequence = any (?)
                        """,
                        (row, number) -> Map.entry(row.getLong("sequence"), row.getString("nonce")),
                        device.region().number(),
                        device.value(),
                        sequences.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives numbers to scans that were asked for with a network first: sequence by nonce. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void number(Map<String, Long> numbered, Scanner scanner) {
        if (numbered.isEmpty()) {
            return;
        }
        var entries = List.copyOf(numbered.entrySet());
        jdbc.update(
                """
                update voucher.scan s set sequence = n.sequence
                from unnest(?::text[], ?::bigint[]) as n (nonce, sequence)
                where s.region_id = ? and s.counter_id = ? and s.nonce = n.nonce and s.sequence is null
                """,
                entries.stream().map(Map.Entry::getKey).toArray(String[]::new),
                entries.stream().map(Map.Entry::getValue).toArray(Long[]::new),
                scanner.place().region().number(),
                scanner.id());
    }

    /**
     * Puts new verdicts in the place of those that do not stand; false if one of them stands by now, and nothing may
     * come of any.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replace(List<JudgedScan> again, Scanner scanner, Instant now) {
        if (again.isEmpty()) {
            return true;
        }
        var replaced = jdbc.update(
                """
                update voucher.scan v
                set at = cast(? as timestamptz), voucher_id = s.voucher_id, outcome = s.outcome,
                    redeemed_at = s.redeemed_at, offline = s.offline, sequence = s.sequence,
                    scanned_at = s.scanned_at, skew_millis = s.skew_millis, units_left = s.units_left,
                    staff_id = s.staff_id, first_at = s.first_at, first_counter_id = s.first_counter_id,
                    token_hash = s.token_hash
                from unnest(?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::boolean[], ?::bigint[],
                    ?::timestamptz[], ?::bigint[], ?::int[], ?::int[], ?::uuid[], ?::timestamptz[], ?::uuid[],
                    ?::text[]) as s (nonce, voucher_id, outcome, redeemed_at, offline, sequence, scanned_at,
                    skew_millis, units, units_left, staff_id, first_at, first_counter_id, token_hash)
                where v.nonce = s.nonce and v.sequence is null and v.outcome <> 'REDEEMED'
                  and v.region_id = cast(? as int) and v.counter_id = cast(? as uuid)
                """,
                JudgedScan.columns(
                        again,
                        List.of(Timestamp.from(now)),
                        List.of(scanner.place().region().number(), scanner.id())));
        return replaced == again.size();
    }
}
