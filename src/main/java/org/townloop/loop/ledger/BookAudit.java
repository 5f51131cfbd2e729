package org.townloop.loop.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes everything from the transfers, in one snapshot and without writing. */
@Component
class BookAudit {

    private static final String RECOMPUTED =
            """
                with sums as (
                    select region_id, order_id, max(currency) as currency,
                        %1$s,
                        coalesce(sum(amount_minor) filter (where kind in ('REFUND', 'GOODWILL')), 0) as promised,
                        coalesce(sum(amount_minor) filter (where kind in (%2$s)), 0) as paid
                    from ledger.transfer
                    where kind in (%3$s)
                    group by region_id, order_id
                ), moves as (
                    select region_id, credit_id as account_id, amount_minor as amount from ledger.transfer
                    union all
                    select region_id, debit_id, -amount_minor from ledger.transfer
                ), balances as (
                    select a.region_id, a.kind, a.owner_id, a.currency, sum(m.amount) as balance
                    from moves m join ledger.account a on (a.region_id, a.id) = (m.region_id, m.account_id)
                    group by a.region_id, a.id
                )
                , last as (
                select distinct on (region_id) region_id, to_xid, to_id from ledger.seal order by region_id, number desc
            )
            select count(*) over () as count, example from (
            """.formatted(OrderSums.COLUMNS, TransferKind.with(Effect.PAYS_BACK), OrderSums.KINDS);

    private final JdbcTemplate jdbc;
    private final SealAudit seals;

    BookAudit(JdbcTemplate jdbc, SealAudit seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Broken> run() {
        return Stream.concat(Invariant.ALL.stream().map(this::broken), Stream.of(seals.run()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Broken> broken(Invariant invariant) {
        return jdbc
                .query(
                        RECOMPUTED + invariant.offenders() + ") offender order by example limit 1",
                        (row, number) -> new Broken(
                                invariant.name(), invariant.sentence(), row.getLong("count"), row.getString("example")))
                .stream()
                .findFirst();
    }
}
