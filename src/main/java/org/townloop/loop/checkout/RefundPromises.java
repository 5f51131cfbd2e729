package org.townloop.loop.checkout;

import java.util.List;

/** What must hold between refunds, their gateways and the books. */
final class RefundPromises {

    static final List<Promise> ALL = List.of(
            new Promise("paid-back", "What the books paid back for an order is what its gateway paid back.", """
                select 'order ' || coalesce(r.order_id, t.order_id) || ': gateway ' || coalesce(r.amount, 0)
                    || ', books ' || coalesce(t.amount, 0) as example
                from (select region_id, order_id, sum(amount_minor) as amount from payment.refund
                      where state = 'SUCCEEDED' group by region_id, order_id) r
                full join (select region_id, order_id, sum(amount_minor) as amount from ledger.transfer
                      where kind = 'REFUND_PAID' group by region_id, order_id) t
                    on (t.region_id, t.order_id) = (r.region_id, r.order_id)
                where coalesce(r.amount, 0) <> coalesce(t.amount, 0)
                """),
            new Promise(
                    "refused-refunds-go-one-way",
                    "A refund that its gateway refused is asked for again, or paid otherwise and confirmed by another"
                            + " operator, and never both; what the books paid so is what was confirmed, and what"
                            + " chargebacks brought.",
                    """
                    select 'refund ' || coalesce(r.id::text, t.id) || ' (' || coalesce(r.state, 'unknown') || '): books '
                        || coalesce(t.otherwise, 0) || '/' || coalesce(t.had, 0) as example
                    from (select r.id, r.state, r.amount_minor, w.refund_id, w.attempt_id, w.confirmed_by
                          from payment.refund r
                          left join payment.way_on w on (w.region_id, w.refund_id) = (r.region_id, r.id)) r
                    full join (select split_part(reason, ' ', 2) as id,
                                   sum(amount_minor) filter (where kind = 'REFUND_PAID_OTHERWISE') as otherwise,
                                   sum(amount_minor) filter (where kind = 'REFUND_CHARGED_BACK') as had
                               from ledger.transfer where kind in ('REFUND_PAID_OTHERWISE', 'REFUND_CHARGED_BACK')
                               group by split_part(reason, ' ', 2)) t on t.id = r.id::text
                    where coalesce(t.otherwise, 0) <> case r.state when 'PAID_OTHERWISE' then r.amount_minor else 0 end
                        or coalesce(t.had, 0) <> case r.state when 'CHARGED_BACK' then r.amount_minor else 0 end
                        or (r.state = 'ASKED_AGAIN') <> (r.attempt_id is not null)
                        or (r.state in ('PAYING_OTHERWISE', 'PAID_OTHERWISE'))
                            <> (r.refund_id is not null and r.attempt_id is null)
                        or (r.state = 'PAID_OTHERWISE') <> (r.confirmed_by is not null)
                    """),
            new Promise(
                    "what-is-owed-is-asked-for",
                    "What was promised back of an order and not paid is asked for, or was refused and is seen to.",
                    """
                    select 'order ' || coalesce(t.order_id, r.order_id) || ': books owe ' || coalesce(t.owed, 0)
                        || ', refunds ' || coalesce(r.owed, 0) as example
                    from (select region_id, order_id, sum(case when kind in ('REFUND', 'GOODWILL') then amount_minor
                                  else -amount_minor end) as owed
                          from ledger.transfer where kind in ('REFUND', 'GOODWILL', 'REFUND_PAID', 'REFUND_PAID_OTHERWISE',
                              'REFUND_CHARGED_BACK') group by region_id, order_id) t
                    full join (select region_id, order_id, sum(amount_minor) as owed from payment.refund
                          where state in ('UNKNOWN', 'FAILED', 'PAYING_OTHERWISE') group by region_id, order_id) r
                        on (r.region_id, r.order_id) = (t.region_id, t.order_id)
                    where coalesce(t.owed, 0) <> coalesce(r.owed, 0)
                    """));

    private RefundPromises() {}
}
