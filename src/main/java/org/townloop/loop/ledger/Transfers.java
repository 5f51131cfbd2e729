package org.townloop.loop.ledger;

import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes transfers, and in the same statement the totals of their orders. */
@Component
class Transfers {

    // A capture opens the order's total; whatever leaves escrow finds it there. A proposed row is held against the
    // check before its conflict is seen, so that releases cannot be written as "insert … on conflict".
    private static final String WRITE = """
        with wanted as (
            select * from unnest(?::int[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[],
                ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::int[])
            as w (region_id, key, debit_kind, debit_owner, credit_kind, credit_owner, amount_minor,
                currency, kind, order_id, reason, at, rounding)
        ), moved as (
            insert into ledger.transfer
                (region_id, key, debit_id, credit_id, amount_minor, currency, kind, order_id, reason, at, rounding)
            select w.region_id, w.key, d.id, c.id, w.amount_minor, w.currency, w.kind, w.order_id, w.reason,
                w.at::timestamptz, w.rounding
            from wanted w
            join ledger.account d on (d.region_id, d.kind, d.owner_id, d.currency)
                = (w.region_id, w.debit_kind, w.debit_owner, w.currency)
            join ledger.account c on (c.region_id, c.kind, c.owner_id, c.currency)
                = (w.region_id, w.credit_kind, w.credit_owner, w.currency)
            order by w.region_id, w.key
            on conflict (region_id, key) do nothing
            returning region_id, key, order_id, currency, kind, amount_minor, reason
        ), sum as (
            select region_id, order_id, currency,
                %1$s
            from moved
            where kind in (%2$s)
            group by region_id, order_id, currency
        ), opened as (
            insert into ledger.order_total as t (region_id, order_id, currency, captured, released, refunded)
            select region_id, order_id, currency, captured, 0, 0 from sum where captured > 0
            on conflict (region_id, order_id) do update set captured = t.captured + excluded.captured
            where t.currency = excluded.currency
            returning t.*
        ), drawn as (
            update ledger.order_total t
            set released = t.released + sum.released, refunded = t.refunded + sum.refunded,
                charged_back = t.charged_back + sum.charged_back, goodwill = t.goodwill + sum.goodwill
            from sum
            where (t.region_id, t.order_id, t.currency) = (sum.region_id, sum.order_id, sum.currency)
              and sum.captured = 0
            returning t.*
        )
        select m.key, m.kind, m.reason, t.currency, t.captured, t.released, t.refunded, t.goodwill, t.charged_back
        from moved m
        left join (select * from opened union all select * from drawn) t
            on (t.region_id, t.order_id) = (m.region_id, m.order_id) and m.kind in (%2$s)
        """.formatted(OrderSums.COLUMNS, OrderSums.KINDS);

    private static final String SAME = """
        select count(*)
        from unnest(?::int[], ?::text[], ?::bigint[], ?::text[], ?::uuid[])
            as w (region_id, key, amount_minor, currency, order_id)
        join ledger.transfer t using (region_id, key, amount_minor, currency, order_id)
        """;

    private record Moved(String key, String cause) {}

    private final JdbcTemplate jdbc;
    private final Accounts accounts;
    private final Floor floor;

    Transfers(JdbcTemplate jdbc, Accounts accounts, Floor floor) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.floor = floor;
    }

    /**
     * Writes those whose key is new.
     *
     * @return the causes that moved money now
     * @throws Overdrawn if more would leave an order's escrow than was captured, more be taken back than was released,
     *     or more be taken of an account than is there
     * @throws IllegalStateException if a cause comes again with another amount
     */
    Set<String> write(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return Set.of();
        }
        accounts.open(transfers);
        floor.lock(transfers);
        var moved = new HashSet<Moved>();
        // A statement touches the total of an order once: it either opens it or draws on it.
        transfers.stream()
                .collect(Collectors.partitioningBy(transfer -> transfer.kind().effect() != Effect.CAPTURES))
                .forEach((draws, some) -> moved.addAll(some.isEmpty() ? List.of() : move(some)));
        floor.require(transfers);
        var keys = moved.stream().map(Moved::key).collect(Collectors.toSet());
        requireSame(transfers.stream()
                .filter(transfer -> !keys.contains(transfer.key()))
                .toList());
        return moved.stream().map(Moved::cause).collect(Collectors.toSet());
    }

    private List<Moved> move(List<Transfer> transfers) {
        try {
            return jdbc.query(
                    WRITE,
                    Transfers::moved,
                    column(
                            transfers,
                            Integer.class,
                            transfer -> transfer.region().number()),
                    column(transfers, String.class, Transfer::key),
                    column(
                            transfers,
                            String.class,
                            transfer -> transfer.debit().kind().name()),
                    column(transfers, UUID.class, transfer -> transfer.debit().owner()),
                    column(
                            transfers,
                            String.class,
                            transfer -> transfer.credit().kind().name()),
                    column(transfers, UUID.class, transfer -> transfer.credit().owner()),
                    column(transfers, Long.class, transfer -> transfer.amount().minor()),
                    column(transfers, String.class, Transfer::currencyCode),
                    column(transfers, String.class, transfer -> transfer.kind().name()),
                    column(transfers, UUID.class, Transfer::order),
                    column(transfers, String.class, Transfer::cause),
                    column(transfers, String.class, transfer -> transfer.at().toString()),
                    column(transfers, Integer.class, Transfer::rounding));
        } catch (DataIntegrityViolationException e) {
            throw overdrawn(e);
        }
    }

    /** The second look at what the database's own check has seen: the totals are built and must hold. */
    private static Moved moved(ResultSet row, int number) throws SQLException {
        var cause = row.getString("reason");
        if (TransferKind.valueOf(row.getString("kind")).effect() != Effect.NONE) {
            var currency = row.getString("currency");
            if (currency == null) {
                throw new Overdrawn("nothing was captured in this currency for " + cause);
            }
            OrderMoney.read(row, currency);
        }
        return new Moved(row.getString("key"), cause);
    }

    private void requireSame(List<Transfer> repeated) {
        var same = repeated.isEmpty() ? 0 : same(repeated);
        if (same < repeated.size()) {
            throw new IllegalStateException("a cause has moved another amount before: " + repeated);
        }
    }

    private int same(List<Transfer> repeated) {
        var count = jdbc.queryForObject(
                SAME,
                Integer.class,
                column(repeated, Integer.class, transfer -> transfer.region().number()),
                column(repeated, String.class, Transfer::key),
                column(repeated, Long.class, transfer -> transfer.amount().minor()),
                column(repeated, String.class, Transfer::currencyCode),
                column(repeated, UUID.class, Transfer::order));
        return count == null ? 0 : count;
    }

    private static RuntimeException overdrawn(DataIntegrityViolationException e) {
        var message = e.getMostSpecificCause().getMessage();
        if (message != null && message.contains("nothing_paid_out_twice")) {
            return new Overdrawn("more would leave escrow than was captured", e);
        }
        if (message != null && message.contains("no_more_given_than_paid")) {
            return new Overdrawn("more would be given back than was captured", e);
        }
        return message != null && message.contains("order_total_released_check")
                ? new Overdrawn("more would be taken back than was released", e)
                : e;
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] column(List<Transfer> transfers, Class<T> type, Function<Transfer, T> value) {
        return transfers.stream().map(value).toArray(size -> (T[]) Array.newInstance(type, size));
    }
}
