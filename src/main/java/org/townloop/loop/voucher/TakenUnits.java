package org.townloop.loop.voucher;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes which units of vouchers were taken, and by whom. */
final class TakenUnits {

    private final JdbcTemplate jdbc;

    TakenUnits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By one guarded update; how many vouchers were as they had been read. */
    int count(List<Redemption> taken, List<Scanner> by, Instant now) {
        return jdbc.update(
                """
                update voucher.voucher v
                set units_redeemed = t.after,
                    state = case when t.after = v.units then 'REDEEMED' else v.state end,
                    redeemed_at = case when t.after = v.units then cast(? as timestamptz) end,
                    redeemed_by = case when t.after = v.units then t.scanner end
                from (select region_id, id, min(before) as before, max(after) as after,
                          (array_agg(scanner order by after desc))[1] as scanner
                      from unnest(?::int[], ?::uuid[], ?::int[], ?::int[], ?::uuid[])
                          as t (region_id, id, before, after, scanner)
                      group by region_id, id) t
                where v.region_id = t.region_id and v.id = t.id and v.state = 'ISSUED' and v.units_redeemed = t.before
                """,
                Timestamp.from(now),
                regions(by),
                taken.stream().map(part -> part.voucher().id().value()).toArray(UUID[]::new),
                taken.stream().map(part -> part.voucher().unitsRedeemed()).toArray(Integer[]::new),
                taken.stream().map(Redemption::lastUnit).toArray(Integer[]::new),
                by.stream().map(Scanner::id).toArray(UUID[]::new));
    }

    /** One row for each unit. */
    void insert(List<Redemption> taken, List<Scanner> by, Instant now) {
        jdbc.update(
                """
                insert into voucher.redemption (region_id, voucher_id, unit, units, counter_id, nonce, value_minor,
                    redeemed_at)
                select t.region_id, t.id, unit, t.units, t.scanner, t.nonce,
                    t.value * unit / t.units - t.value * (unit - 1) / t.units, cast(? as timestamptz)
                from unnest(?::int[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::int[], ?::int[])
                    as t (region_id, scanner, id, nonce, units, value, first, last),
                    generate_series(t.first, t.last) as unit
                """,
                Timestamp.from(now),
                regions(by),
                by.stream().map(Scanner::id).toArray(UUID[]::new),
                taken.stream().map(part -> part.voucher().id().value()).toArray(UUID[]::new),
                taken.stream().map(Redemption::nonce).toArray(String[]::new),
                taken.stream().map(part -> part.voucher().units()).toArray(Integer[]::new),
                taken.stream().map(part -> part.voucher().value().minor()).toArray(Long[]::new),
                taken.stream().map(Redemption::firstUnit).toArray(Integer[]::new),
                taken.stream().map(Redemption::lastUnit).toArray(Integer[]::new));
    }

    static Integer[] regions(List<Scanner> scanners) {
        return scanners.stream()
                .map(scanner -> scanner.place().region().number())
                .toArray(Integer[]::new);
    }
}
