package org.townloop.loop.ledger;

import java.util.List;

/**
 * Something that is so in sound books.
 *
 * @param offenders a query for what breaks it: one column {@code example}. It may use {@code sums}, what the transfers
 *     of each order add up to, and {@code balances} of each account kind, region and currency
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
                    select format('transfer %s, a %s from %s to %s', t.id, t.kind, d.kind, c.kind) as example
                    from ledger.transfer t
                    join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
                    join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
                    where (t.kind, d.kind, c.kind) not in (
                        ('CAPTURE', 'GATEWAY_CLEARING', 'ESCROW'), ('RELEASE', 'ESCROW', 'MERCHANT'),
                        ('PARTNER_SHARE', 'ESCROW', 'PARTNER'), ('PLATFORM_SHARE', 'ESCROW', 'PLATFORM'),
                        ('REFUND', 'ESCROW', 'REFUNDS_PAYABLE'), ('REFUND_PAID', 'REFUNDS_PAYABLE', 'GATEWAY_CLEARING'))
                    """),
            new Invariant("order-totals", "The total of an order is the sum of its transfers.", """
                select format('order %s: total says %s/%s/%s, transfers say %s/%s/%s (captured/released/refunded)', order_id,
                    t.captured, t.released, t.refunded, s.captured, s.released, s.refunded) as example
                from ledger.order_total t
                full join sums s using (region_id, order_id)
                where (t.currency, t.captured, t.released, t.refunded)
                    is distinct from (s.currency, s.captured, s.released, s.refunded)
                """),
            new Invariant(
                    "nothing-paid-out-twice", "No order releases and refunds more than was captured for it.", """
                        select format('order %s: captured %s, released %s, refunded %s', order_id, captured, released, refunded)
                            as example
                        from sums
                        where released + refunded > captured
                        """),
            new Invariant("refunds-paid-once", "No more is paid back for an order than was promised back.", """
                select format('order %s: promised %s, paid %s', order_id, refunded, paid) as example
                from sums
                where paid > refunded
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
            new Invariant("no-negative-balance", "Escrow and refunds to pay are never below zero.", """
                select format('region %s: %s holds %s %s', region_id, kind, balance, currency) as example
                from balances
                where kind in ('ESCROW', 'REFUNDS_PAYABLE') and balance < 0
                """),
            new Invariant("sum-is-zero", "The balances of all accounts of a currency add up to zero.", """
                select format('%s %s are too much or too little', sum(balance), currency) as example
                from balances
                group by currency having sum(balance) <> 0
                """));
}
