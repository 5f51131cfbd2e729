package org.townloop.loop.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes everything from the transfers, in one snapshot and without writing. */
@Component
class BookAudit {

    private static final String RECOMPUTED = """
        with sums as (
            select region_id, order_id, max(currency) as currency,
                coalesce(sum(amount_minor) filter (where kind = 'CAPTURE'), 0) as captured,
                coalesce(sum(amount_minor) filter (where kind in ('RELEASE', 'PARTNER_SHARE', 'PLATFORM_SHARE')), 0)
                    as released,
                coalesce(sum(amount_minor) filter (where kind = 'REFUND'), 0) as refunded,
                coalesce(sum(amount_minor) filter (where kind = 'REFUND_PAID'), 0) as paid
            from ledger.transfer
            group by region_id, order_id
        ), moves as (
            select region_id, credit_id as account_id, amount_minor as amount from ledger.transfer
            union all
            select region_id, debit_id, -amount_minor from ledger.transfer
        ), balances as (
            select a.region_id, a.kind, a.currency, sum(m.amount) as balance
            from moves m join ledger.account a on (a.region_id, a.id) = (m.region_id, m.account_id)
            group by a.region_id, a.kind, a.currency
        )
        select count(*) over () as count, example from (
        """;

    private final JdbcTemplate jdbc;

    BookAudit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Broken> run() {
        return Invariant.ALL.stream()
                .map(this::broken)
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
