package org.townloop.launch.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.kernel.RegionId;

/**
 * What the shops and the partner have earned was paid out each Monday: the bank has answered for all runs but the last.
 * Accounts and their holders are made up. Read from the books, and written by one statement a table.
 */
final class PaidOut {

    /** Who had earned how much three days before a Monday, since the Monday before; what is less than ten yuan waits. */
    private static final String EARNED = """
        with earned as (
            select a.region_id, a.kind, a.owner_id, sum(t.amount_minor) as amount,
                (date_trunc('week', (t.at at time zone 'Asia/Shanghai') + interval '3 days') + interval '7 days')::date as due
            from ledger.account a
            join ledger.transfer t on (t.region_id, t.credit_id) = (a.region_id, a.id)
            where a.kind in ('MERCHANT', 'PARTNER')
            group by a.region_id, a.kind, a.owner_id, due
        ), dues as (
            select e.*, b.id as account_id,
                least(:now::timestamptz, (due::timestamp + interval '10 minutes') at time zone 'Asia/Shanghai') as made_at,
                due = date_trunc('week', :now::timestamptz at time zone 'Asia/Shanghai')::date as is_last
            from earned e
            join payout.bank_account b on (b.region_id, b.owner_id) = (e.region_id, e.owner_id)
            where amount >= 1000 and due <= (:now::timestamptz at time zone 'Asia/Shanghai')::date)
        """;

    private final JdbcClient jdbc;
    private final Timestamp since;
    private final Timestamp now;

    PaidOut(JdbcClient jdbc, Instant since, Instant now) {
        this.jdbc = jdbc;
        this.since = Timestamp.from(since);
        this.now = Timestamp.from(now);
    }

    void write(Collection<RegionId> regions) {
        debtors(regions);
        accounts();
        runs();
        payouts();
        books();
    }

    private void debtors(Collection<RegionId> regions) {
        jdbc.sql("""
            insert into payout.setting (region_id, debtor_name, debtor_number)
            select region_id, '小城圈清算专户', '1100000000018888' from unnest(?::int[]) as r (region_id)
            """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .update();
    }

    private void accounts() {
        run("""
            insert into payout.bank_account (region_id, id, owner_id, owner_kind, holder, scheme, number, bank_name, bank_code,
                entered_by, entered_at)
            select a.region_id, %s, a.owner_id, a.kind, coalesce(m.name ->> 'zh', m.name ->> 'en', p.name), 'CN',
                '1100' || lpad((('x' || substr(md5(a.owner_id::text), 1, 12))::bit(48)::bigint %% 1000000000000)::text, 12, '0'),
                '柳溪村镇银行', '320331000019',
                coalesce((select min(r.person_id::text)::uuid from identity.role r
                    where r.role = 'MERCHANT' and (r.region_id, r.merchant_id) = (a.region_id, a.owner_id)), a.owner_id),
                :since::timestamptz
            from ledger.account a
            left join merchant.merchant m on (m.region_id, m.id) = (a.region_id, a.owner_id)
            left join identity.person p on p.id = a.owner_id
            where (a.kind = 'MERCHANT' and m.payable) or (a.kind = 'PARTNER' and p.id is not null)
            """.formatted(id("'account ' || a.owner_id", ":since::timestamptz", "a.region_id")));
    }

    private void runs() {
        run(EARNED + """
            insert into payout.run (region_id, id, currency, made_at, execute_on)
            select distinct region_id, %s, 'CNY', made_at, due from dues
            """.formatted(id("'run ' || due", "made_at", "region_id")));
    }

    private void payouts() {
        run(EARNED
                + """
                insert into payout.payout (region_id, id, run_id, owner_id, owner_kind, currency, amount_minor, due_on,
                    bank_account_id, state, made_at, decided_at)
                select region_id, %s, %s, owner_id, kind, 'CNY', amount, due, account_id,
                    case when is_last then 'ON_ITS_WAY' else 'PAID' end, made_at,
                    case when is_last then null else made_at + interval '1 day' end
                from dues
                """.formatted(
                                id("'payout ' || owner_id || due", "made_at", "region_id"),
                                id("'run ' || due", "made_at", "region_id")));
    }

    private void books() {
        run("""
            insert into ledger.account (region_id, kind, owner_id, currency)
            select distinct region_id, 'PAYOUTS', owner_id, 'CNY' from payout.payout
            """);
        run("""
            insert into ledger.transfer (region_id, key, debit_id, credit_id, amount_minor, currency, kind, order_id, reason, at)
            select p.region_id, 'payout ' || p.id || '/' || m.kind, d.id, c.id, p.amount_minor, 'CNY', m.kind, p.id,
                'payout ' || p.id, m.at
            from payout.payout p
            cross join lateral (values
                (case p.owner_kind when 'MERCHANT' then 'PAYOUT' else 'PARTNER_PAYOUT' end, p.owner_kind, p.owner_id,
                    'PAYOUTS', p.owner_id, p.made_at),
                ('PAYOUT_PAID', 'PAYOUTS', p.owner_id, 'GATEWAY_CLEARING', '00000000-0000-0000-0000-000000000000'::uuid,
                    p.decided_at)) m (kind, debit, debit_owner, credit, credit_owner, at)
            join ledger.account d on (d.region_id, d.kind, d.owner_id) = (p.region_id, m.debit, m.debit_owner)
            join ledger.account c on (c.region_id, c.kind, c.owner_id) = (p.region_id, m.credit, m.credit_owner)
            where m.at is not null
            order by m.at, p.id
            """);
    }

    /** An id of ours (see {@code Ids}) for a moment and a region, always the same for the same seed. */
    private static String id(String seed, String moment, String region) {
        return """
            (lpad(to_hex((extract(epoch from %2$s) * 1000)::bigint), 12, '0') || '7' || substr(md5(%1$s), 1, 3) || '8'
                || substr(md5(%1$s), 4, 9) || lpad(to_hex(%3$s), 6, '0'))::uuid
            """.formatted(seed, moment, region);
    }

    private void run(String statement) {
        var sql = jdbc.sql(statement);
        if (statement.contains(":since")) {
            sql = sql.param("since", since);
        }
        if (statement.contains(":now")) {
            sql = sql.param("now", now);
        }
        sql.update();
    }
}
