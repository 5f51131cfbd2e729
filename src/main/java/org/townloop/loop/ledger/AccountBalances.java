package org.townloop.loop.ledger;

/** What an account has: what it had when its region was sealed last, and the credits less debits since. */
final class AccountBalances {

    /**
     * The balance of the account {@code a}, as an SQL expression. That much comes before the last seal and little after it is
     * nothing that PostgreSQL could know: the upper bound, which all have, makes it expect little, and what is added to the
     * accounts keeps it from reading all that one of them ever had.
     */
    static final String OF_A = """
        (select coalesce((select s.balance from ledger.balance_snapshot s
                where (s.region_id, s.account_id) = (a.region_id, a.id)), 0)
            + coalesce(sum(case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end), 0)
        from ledger.transfer t
        where t.region_id = a.region_id
          and t.xid >= %1$s and t.xid <= '18446744073709551615'::xid8
          and (t.xid, t.id) > (%1$s, %2$s)
          and a.id in (t.credit_id + 0, t.debit_id + 0))
        """.formatted(sealed("to_xid", "'0'::xid8"), sealed("to_id", "0"));

    private static String sealed(String upTo, String never) {
        return "coalesce((select %s from ledger.seal where region_id = a.region_id order by number desc limit 1), %s)"
                .formatted(upTo, never);
    }

    private AccountBalances() {}
}
