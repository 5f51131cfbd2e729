package org.townloop.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;

/** The rows that an order leaves in the books, written in batches of 64 orders with nothing asked and nothing checked. */
final class LedgerLimit {

    private static final int BATCH = 64;
    private static final String[] KINDS = {
        "CAPTURE", "RELEASE", "PARTNER_SHARE", "PLATFORM_SHARE", "REFERRER_SHARE", "REFUND"
    };
    private static final long[] AMOUNTS = {10_001, 7_361, 160, 400, 80, 2_000};

    private static final String TRANSFERS = """
        insert into bench.transfer (region_id, key, debit_id, credit_id, amount_minor, currency, kind, order_id, reason, at)
        select %d, kind || '/' || order_id, 1, 2, amount_minor, 'CNY', kind, order_id, 'bench ' || order_id, ?
        from unnest(?::uuid[]) o (order_id), unnest(?::text[], ?::bigint[]) k (kind, amount_minor)
        """;

    private static final String TOTALS = """
        insert into bench.order_total (region_id, order_id, currency, captured, released, refunded)
        select %d, order_id, 'CNY', 10001, 8001, 2000 from unnest(?::uuid[]) o (order_id)
        """;

    private final Connection owner;
    private final RegionId region;

    LedgerLimit(Connection owner, RegionId region) throws SQLException {
        this.owner = owner;
        this.region = region;
        try (var statement = owner.createStatement()) {
            statement.execute("""
                create schema bench;
                create table bench.transfer (like ledger.transfer including all);
                create table bench.order_total (like ledger.order_total including all);
                """);
        }
    }

    /** How many orders a second. */
    double perSecond(int orders) throws SQLException {
        var start = System.nanoTime();
        owner.setAutoCommit(false);
        try (var transfers = owner.prepareStatement(TRANSFERS.formatted(region.number()));
                var totals = owner.prepareStatement(TOTALS.formatted(region.number()))) {
            for (int done = 0; done < orders; done += BATCH) {
                var ids = owner.createArrayOf("uuid", batch());
                transfers.setTimestamp(1, Timestamp.from(Instant.now()));
                transfers.setArray(2, ids);
                transfers.setArray(3, owner.createArrayOf("text", KINDS));
                transfers.setArray(
                        4,
                        owner.createArrayOf(
                                "bigint", Arrays.stream(AMOUNTS).boxed().toArray()));
                transfers.executeUpdate();
                totals.setArray(1, ids);
                totals.executeUpdate();
                owner.commit();
            }
        } finally {
            owner.setAutoCommit(true);
        }
        return orders / ((System.nanoTime() - start) / 1e9);
    }

    private UUID[] batch() {
        var ids = new UUID[BATCH];
        Arrays.setAll(ids, i -> Ids.next(region, Instant.now()));
        return ids;
    }
}
