package org.townloop.loop.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the transfers of each region, in the order of {@code (xid, id)}: the hash of a seal is over the hash before it and
 * over each of its transfers ({@link #TEXT}), {@code h' = SHA-256(h || text)}. It seals only what transactions have written
 * that are all over, so that each transfer is sealed once; balances are summed up to the same place.
 */
@Component
class Sealing {

    /** What is sealed of the transfer {@code t} between {@code d} and {@code c}: everything but who wrote it. */
    static final String TEXT = """
        jsonb_build_array(t.region_id, t.id, t.key, d.kind, d.owner_id, c.kind, c.owner_id, t.amount_minor, t.currency,
            t.kind, t.order_id, t.reason, t.rounding, (extract(epoch from t.at) * 1000000)::bigint)::text
        """;

    /** What stands before the first seal. */
    static final byte[] NOTHING = new byte[32];

    static final int MOST = 5_000;

    // Each region is found by a step in the index: there may be many accounts.
    private static final String REGIONS = """
        with recursive region (id) as (
            select min(region_id) from ledger.account
            union all
            select (select min(region_id) from ledger.account where region_id > region.id) from region
            where region.id is not null)
        select region.id
        from region
        left join lateral (select to_xid, to_id from ledger.seal where region_id = region.id
                           order by number desc limit 1) last on true
        where exists (select from ledger.transfer t
            where t.region_id = region.id and t.xid < pg_snapshot_xmin(pg_current_snapshot())
              and (t.xid, t.id) > (coalesce(last.to_xid, '0'), coalesce(last.to_id, 0)))
        """;

    private static final String LAST = """
        select number, to_xid::text, to_id, hash from ledger.seal where region_id = ? order by number desc limit 1
        """;

    private static final String NEXT = """
        select t.id, t.xid::text, %s as text
        from ledger.transfer t
        join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
        join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
        where t.region_id = ? and (t.xid, t.id) > (?::xid8, ?) and t.xid < pg_snapshot_xmin(pg_current_snapshot())
        order by t.xid, t.id
        limit ?
        """.formatted(TEXT);

    private static final String SEAL = """
        insert into ledger.seal (region_id, number, ids, to_xid, to_id, hash, at) values (?, ?, ?, ?::xid8, ?, ?, ?)
        """;

    private static final String SUM = """
        insert into ledger.balance_snapshot as b (region_id, account_id, balance)
        select t.region_id, m.account_id, sum(m.amount)
        from ledger.transfer t
        cross join lateral (values (t.credit_id, t.amount_minor), (t.debit_id, -t.amount_minor)) m (account_id, amount)
        where t.region_id = ? and t.id = any (?)
        group by t.region_id, m.account_id
        order by t.region_id, m.account_id
        on conflict (region_id, account_id) do update set balance = b.balance + excluded.balance
        """;

    private record Seal(long number, String xid, long id, byte[] hash) {}

    private record Row(long id, String xid, String text) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sealing(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Seals all that can be sealed now, each batch in a transaction of its own. */
    void run() {
        for (var region : jdbc.query(REGIONS, (row, number) -> row.getInt(1))) {
            while (transaction.execute(status -> seal(region)) == MOST) {
                // The next batch is full, too, if somebody has written a lot.
            }
        }
    }

    /** Whoever else seals the region waits, and goes on after this. */
    private int seal(int region) {
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('ledger.seal'), ?)", region);
        var last = jdbc
                .query(
                        LAST,
                        (row, number) -> new Seal(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4)),
                        region)
                .stream()
                .findFirst()
                .orElse(new Seal(0, "0", 0, NOTHING));
        var rows = jdbc.query(
                NEXT,
                (row, number) -> new Row(row.getLong(1), row.getString(2), row.getString(3)),
                region,
                last.xid(),
                last.id(),
                MOST);
        if (!rows.isEmpty()) {
            write(region, last, rows);
        }
        return rows.size();
    }

    private void write(int region, Seal last, List<Row> rows) {
        var hash = last.hash();
        for (var row : rows) {
            hash = hash(hash, row.text());
        }
        var ids = rows.stream().map(Row::id).toArray(Long[]::new);
        jdbc.update(
                SEAL,
                region,
                last.number() + 1,
                ids,
                rows.getLast().xid(),
                rows.getLast().id(),
                hash,
                Timestamp.from(clock.instant()));
        jdbc.update(SUM, region, ids);
    }

    static byte[] hash(byte[] before, String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(before);
            return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
