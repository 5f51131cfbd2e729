package org.townloop.loop.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** The runs, with what their payouts come to. */
@Component
class RunRows {

    private static final String SELECT = """
        select r.region_id, r.id, r.currency, r.made_at, r.made_by, r.execute_on, r.debtor_name, r.debtor_number,
            r.debtor_bank, t.count, t.amount, t.paid, t.failed, t.returned
        from payout.run r
        cross join lateral (
            select count(*) as count, coalesce(sum(amount_minor), 0) as amount,
                count(*) filter (where state = 'PAID') as paid, count(*) filter (where state = 'FAILED') as failed,
                count(*) filter (where state = 'RETURNED') as returned
            from payout.payout p where (p.region_id, p.run_id) = (r.region_id, r.id)) t
        """;

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PayoutRun run) {
        var by = run.madeBy();
        jdbc.sql("""
            insert into payout.run (region_id, id, currency, made_at, made_by, execute_on) values (?, ?, ?, ?, ?, ?)
            """)
                .param(run.region().number())
                .param(run.id())
                .param(run.totals().amount().currency().getCurrencyCode())
                .param(Timestamp.from(run.madeAt()))
                .param(by == null ? null : by.value())
                .param(run.executeOn())
                .update();
    }

    /** The newest first. */
    List<PayoutRun> newest(Collection<RegionId> regions, int limit) {
        return jdbc.sql(SELECT + "where r.region_id = any (?) order by r.made_at desc, r.id desc limit ?")
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .param(limit)
                .query(RunRows::run)
                .list();
    }

    Optional<PayoutRun> find(UUID id) {
        return jdbc.sql(SELECT + "where r.region_id = ? and r.id = ?")
                .params(RegionId.of(id).number(), id)
                .query(RunRows::run)
                .optional();
    }

    /** Writes down from whose account it is paid, unless that was said before. */
    void debit(UUID id, Debtor debtor) {
        jdbc.sql("""
            update payout.run set debtor_name = ?, debtor_number = ?, debtor_bank = ?
            where region_id = ? and id = ? and debtor_name is null
            """)
                .param(debtor.name())
                .param(debtor.number())
                .param(debtor.bank())
                .param(RegionId.of(id).number())
                .param(id)
                .update();
    }

    private static PayoutRun run(ResultSet row, int number) throws SQLException {
        var by = row.getObject("made_by", UUID.class);
        return new PayoutRun(
                row.getObject("id", UUID.class),
                new RegionId(row.getInt("region_id")),
                row.getTimestamp("made_at").toInstant(),
                by == null ? null : new PersonId(by),
                row.getObject("execute_on", LocalDate.class),
                SettingRows.debtor(row),
                new PayoutRun.Totals(
                        row.getInt("count"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getInt("paid"),
                        row.getInt("failed"),
                        row.getInt("returned")));
    }
}
