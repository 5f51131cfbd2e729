package org.townloop.loop.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** The payouts. */
@Component
class PayoutRows {

    private static final String COLUMNS = """
        select p.region_id, p.id, p.run_id, p.owner_id, p.owner_kind, p.currency, p.amount_minor, p.due_on,
            p.bank_account_id, p.state, p.made_at, p.decided_at, p.returned_at, p.failure
        from payout.payout p
        """;

    private record LastDue(UUID owner, LocalDate day) {}

    private final JdbcClient jdbc;

    PayoutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day for which each of the payees was paid. */
    Map<UUID, LocalDate> lastDue(RegionId region, String currency, Collection<UUID> owners) {
        return jdbc
                .sql("""
                    select owner_id, max(due_on) as day from payout.payout
                    where region_id = ? and currency = ? and owner_id = any (?)
                    group by owner_id
                    """)
                .params(region.number(), currency, owners.toArray(UUID[]::new))
                .query((row, number) ->
                        new LastDue(row.getObject("owner_id", UUID.class), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(LastDue::owner, LastDue::day));
    }

    /** @return the ids of those that were written: not of a payee who was paid for the day before */
    Set<UUID> insert(RegionId region, List<Payout> payouts) {
        return new HashSet<>(jdbc.sql("""
            insert into payout.payout (region_id, id, run_id, owner_id, owner_kind, currency, amount_minor, due_on,
                bank_account_id, state, made_at)
            select ?, id, run_id, owner_id, owner_kind, currency, amount_minor, due_on::date, bank_account_id,
                'ON_ITS_WAY', made_at::timestamptz
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::uuid[], ?::text[])
                as p (id, run_id, owner_id, owner_kind, currency, amount_minor, due_on, bank_account_id, made_at)
            order by owner_id
            on conflict (region_id, owner_id, currency, due_on) do nothing
            returning id
            """)
                .param(region.number())
                .param(payouts.stream().map(Payout::id).toArray(UUID[]::new))
                .param(payouts.stream().map(Payout::run).toArray(UUID[]::new))
                .param(payouts.stream().map(each -> each.payee().owner()).toArray(UUID[]::new))
                .param(payouts.stream()
                        .map(each -> BankAccountRows.kind(each.payee()))
                        .toArray(String[]::new))
                .param(payouts.stream()
                        .map(each -> each.amount().currency().getCurrencyCode())
                        .toArray(String[]::new))
                .param(payouts.stream().map(each -> each.amount().minor()).toArray(Long[]::new))
                .param(payouts.stream().map(each -> each.dueOn().toString()).toArray(String[]::new))
                .param(payouts.stream().map(Payout::account).toArray(UUID[]::new))
                .param(payouts.stream().map(each -> each.madeAt().toString()).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** Of a run, always in the same order. */
    List<Payout> ofRun(RegionId region, UUID run) {
        return jdbc.sql(COLUMNS + "where p.region_id = ? and p.run_id = ? order by p.id")
                .params(region.number(), run)
                .query(PayoutRows::payout)
                .list();
    }

    /** The newest first. */
    List<Payout> ofOwner(RegionId region, UUID owner, int limit) {
        return jdbc.sql(COLUMNS + """
            where p.region_id = ? and p.owner_id = ? order by p.made_at desc, p.id desc limit ?
            """)
                .params(region.number(), owner, limit)
                .query(PayoutRows::payout)
                .list();
    }

    /** Those that the bank did not pay or returned, the last first. */
    List<Payout> failed(Collection<RegionId> regions, int limit) {
        return jdbc.sql(COLUMNS + """
            where p.region_id = any (?) and p.state in ('FAILED', 'RETURNED')
            order by coalesce(p.returned_at, p.decided_at) desc, p.id limit ?
            """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .param(limit)
                .query(PayoutRows::payout)
                .list();
    }

    /** Locked, so that two answers about one payout come after each other. */
    List<Payout> locked(Collection<RegionId> regions, Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + """
            where p.region_id = any (?) and p.id = any (?) order by p.region_id, p.id for update
            """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .param(ids.toArray(UUID[]::new))
                .query(PayoutRows::payout)
                .list();
    }

    /** What the bank has said of them. @param failures why; null of one that is paid */
    void decide(List<UUID> ids, List<String> failures, Instant now) {
        jdbc.sql("""
            update payout.payout p
            set state = case when d.failure is null then 'PAID' else 'FAILED' end, failure = d.failure, decided_at = ?
            from unnest(?::uuid[], ?::int[], ?::text[]) as d (id, region_id, failure)
            where (p.region_id, p.id) = (d.region_id, d.id) and p.state = 'ON_ITS_WAY'
            """)
                .param(Timestamp.from(now))
                .param(ids.toArray(UUID[]::new))
                .param(ids.stream().map(id -> RegionId.of(id).number()).toArray(Integer[]::new))
                .param(failures.toArray(String[]::new))
                .update();
    }

    /** What came back after it was paid. @param reasons why, each as the bank or somebody says it */
    void giveBack(List<UUID> ids, List<String> reasons, Instant now) {
        jdbc.sql("""
            update payout.payout p set state = 'RETURNED', failure = r.reason, returned_at = ?
            from unnest(?::uuid[], ?::int[], ?::text[]) as r (id, region_id, reason)
            where (p.region_id, p.id) = (r.region_id, r.id) and p.state = 'PAID'
            """)
                .param(Timestamp.from(now))
                .param(ids.toArray(UUID[]::new))
                .param(ids.stream().map(id -> RegionId.of(id).number()).toArray(Integer[]::new))
                .param(reasons.toArray(String[]::new))
                .update();
    }

    private static Payout payout(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        var returned = row.getTimestamp("returned_at");
        return new Payout(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                BankAccountRows.payee(row),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("bank_account_id", UUID.class),
                PayoutState.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                returned == null ? null : returned.toInstant(),
                row.getString("failure"));
    }
}
