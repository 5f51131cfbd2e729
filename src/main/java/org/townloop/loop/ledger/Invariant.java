package org.townloop.loop.ledger;

import java.util.List;

/**
 * Something that is so in sound books.
 *
 * @param offenders a query for what breaks it: one column {@code example}. It may use {@code sums}, what the transfers
 *     of each order add up to, {@code balances} of each account, and {@code last}, up to where each region is sealed
 */
record Invariant(String name, String sentence, String offenders) {

    /** From the foundations upwards: the first that is broken is the one to mend first. */
    static final List<Invariant> ALL = List.of(
            new Invariant(
                    "transfers-two-accounts",
                    "Every transfer has a debit and a credit account, and moves a positive amount.",
                    """
                    select format('transfer %s in region %s', t.id, t.region_id) as example
                    from ledger.transfer t
                    left join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
                    left join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
                    where d.id is null or c.id is null or d.id = c.id or t.amount_minor <= 0
                    """),
            new Invariant("one-currency", "A transfer's currency is that of both its accounts.", """
                select format('transfer %s in %s between accounts in %s and %s', t.id, t.currency, d.currency, c.currency)
                    as example
                from ledger.transfer t
                join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
                join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
                where d.currency <> t.currency or c.currency <> t.currency
                """),
            new Invariant(
                    "kinds-between-their-accounts",
                    "Each kind of transfer runs between the accounts that are meant for it.",
                    """
                    select 'transfer ' || t.id || ', a ' || t.kind || ' from ' || d.kind || ' to ' || c.kind as example
                    from ledger.transfer t
                    join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
                    join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
                    where (t.kind, d.kind, c.kind) not in (%s)
                    """.formatted(TransferKind.rows())),
            new Invariant("order-totals", "The total of an order is the sum of its transfers.", """
                select format('order %s: total says %s/%s/%s/%s, transfers say %s/%s/%s/%s'
                        || ' (captured/released/refunded/goodwill)', order_id,
                    t.captured, t.released, t.refunded, t.goodwill, s.captured, s.released, s.refunded, s.goodwill)
                    as example
                from ledger.order_total t
                full join sums s using (region_id, order_id)
                where (t.currency, t.captured, t.released, t.refunded, t.goodwill, t.charged_back)
                    is distinct from (s.currency, s.captured, s.released, s.refunded, s.goodwill, s.charged_back)
                """),
            new Invariant(
                    "nothing-paid-out-twice", "No order releases and refunds more than was captured for it.", """
                        select format('order %s: captured %s, released %s, refunded %s', order_id, captured, released, refunded)
                            as example
                        from sums
                        where released + refunded > captured or released < 0
                        """),
            new Invariant(
                    "no-more-given-than-paid",
                    "What went back of an order by its policy, and what the platform gave on top, are no more than was"
                            + " captured for it.",
                    """
                    select format('order %s: captured %s, refunded %s, given %s', order_id, captured, refunded - charged_back,
                        goodwill) as example
                    from sums
                    where refunded - charged_back + goodwill > captured
                    """),
            new Invariant("refunds-paid-once", "No more is paid back for an order than was promised back.", """
                select format('order %s: promised %s, paid %s', order_id, promised, paid) as example
                from sums
                where paid > promised
                """),
            new Invariant(
                    "escrow-is-what-orders-hold",
                    "A region's escrow is what its orders captured and neither released nor refunded.",
                    """
                    select format('region %s: the %s account holds %s, the orders %s', region_id, currency, b.balance, o.held)
                        as example
                    from (select * from balances where kind = 'ESCROW') b
                    full join (
                        select region_id, currency, sum(captured - released - refunded) as held
                        from ledger.order_total group by region_id, currency) o using (region_id, currency)
                    where coalesce(b.balance, 0) <> coalesce(o.held, 0)
                    """),
            new Invariant(
                    "no-negative-balance",
                    "Escrow, refunds to pay, gift vouchers and payouts are never below zero; fees, rewards and what a"
                            + " gateway took back never above.",
                    """
                    select format('region %s: %s of %s holds %s %s', region_id, kind, owner_id, balance, currency) as example
                    from balances
                    where kind in ('ESCROW', 'REFUNDS_PAYABLE', 'STORED_VALUE', 'PAYOUTS') and balance < 0
                       or kind in ('FEES', 'REWARDS', 'DISPUTES') and balance > 0
                    """),
            new Invariant("sum-is-zero", "The balances of all accounts of a currency add up to zero.", """
                select format('%s %s are too much or too little', sum(balance), currency) as example
                from balances
                group by currency having sum(balance) <> 0
                """),
            new Invariant("sealed-once", "Each transfer up to the last seal of its region is in one seal.", """
                select format('transfer %s in region %s is in %s seals', id, region_id, coalesce(s.seals, 0)) as example
                from (select seal.region_id, u.id, count(*) as seals from ledger.seal seal
                      cross join lateral unnest(seal.ids) u (id) group by seal.region_id, u.id) s
                full join (select t.region_id, t.id from ledger.transfer t join last l using (region_id)
                           where (t.xid, t.id) <= (l.to_xid, l.to_id)) t using (region_id, id)
                where s.seals is distinct from 1 or t.id is null
                """),
            new Invariant("snapshots-are-sums", "A balance that was written down is the sum of what is sealed.", """
                select format('account %s in region %s: written down %s, transfers say %s', account_id, region_id,
                    b.balance, s.balance) as example
                from ledger.balance_snapshot b
                full join (select t.region_id, m.account_id, sum(m.amount) as balance
                    from ledger.transfer t
                    join last l using (region_id)
                    cross join lateral (values (t.credit_id, t.amount_minor), (t.debit_id, -t.amount_minor))
                        m (account_id, amount)
                    where (t.xid, t.id) <= (l.to_xid, l.to_id)
                    group by t.region_id, m.account_id) s using (region_id, account_id)
                where coalesce(b.balance, 0) <> coalesce(s.balance, 0)
                """));
}
