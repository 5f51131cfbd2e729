package org.townloop.loop.ledger;

/** What an account has: what it had when its region was sealed last, and the credits less debits since. */
final class AccountBalances {

    /** The balance of the account {@code a}, as an SQL expression. */
    static final String OF_A = """
        (select coalesce((select s.balance from ledger.balance_snapshot s
                where (s.region_id, s.account_id) = (a.region_id, a.id)), 0)
            + coalesce(sum(case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end), 0)
        from (select coalesce(max(last.to_xid::text), '0')::xid8 as xid, coalesce(max(last.to_id), 0) as id
              from (select to_xid, to_id from ledger.seal where region_id = a.region_id
                    order by number desc limit 1) last) sealed
        join ledger.transfer t on t.region_id = a.region_id and (t.xid, t.id) > (sealed.xid, sealed.id)
            and a.id in (t.credit_id, t.debit_id))
        """;

    private AccountBalances() {}
}
