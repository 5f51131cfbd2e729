package org.townloop.loop.checkout;

import java.util.List;

/** What must hold between cards, the orders that were paid with them, and the books. */
final class CardPaymentPromises {

    static final List<Promise> ALL = List.of(
            new Promise(
                    "cards-paid-what-was-set-aside",
                    "What the books took of a card for an order is what was set aside and used for it, what staff drew"
                            + " of it, or all of it for its own sale.",
                    """
                    select 'order ' || coalesce(r.order_id, t.order_id) || ', card ' || coalesce(r.card_id, t.card_id)
                        || ': used ' || coalesce(r.amount, 0) || ', books ' || coalesce(t.amount, 0) as example
                    from (select region_id, order_id, card_id, sum(amount_minor) as amount from stored.reservation
                          where state = 'USED' group by region_id, order_id, card_id
                          union all
                          select region_id, id, card_id, amount_minor from stored.draw) r
                    full join (select t.region_id, t.order_id, a.owner_id as card_id, sum(t.amount_minor) as amount
                          from ledger.transfer t
                          join ledger.account a on (a.region_id, a.id) = (t.region_id, t.debit_id)
                          where t.kind = 'STORED_USED'
                              and not exists (select from stored.card c where (c.region_id, c.id) = (t.region_id, a.owner_id)
                                  and c.order_id = t.order_id and c.state in ('VOID', 'STOPPED'))
                          group by t.region_id, t.order_id, a.owner_id) t
                        on (t.region_id, t.order_id, t.card_id) = (r.region_id, r.order_id, r.card_id)
                    where coalesce(r.amount, 0) <> coalesce(t.amount, 0)
                    """),
            new Promise(
                    "cards-get-back-what-they-paid",
                    "No more goes back onto a card for an order than it paid for it.",
                    """
                    select 'order ' || t.order_id || ', card ' || a.owner_id as example
                    from ledger.transfer t
                    join ledger.account a on a.region_id = t.region_id and a.kind = 'STORED_VALUE'
                        and a.id in (t.debit_id, t.credit_id)
                    where t.kind in ('STORED_USED', 'STORED_BACK', 'STORED_GOODWILL')
                    group by t.region_id, t.order_id, a.owner_id
                    having sum(case when t.kind = 'STORED_USED' then t.amount_minor else -t.amount_minor end) < 0
                    """),
            new Promise(
                    "draws-are-released",
                    "What staff drew of a card is released, or back on the card if it was undone.",
                    """
                    select 'draw ' || d.id || ' of ' || d.amount_minor || ': ' || coalesce(t.captured, 0) || '/'
                        || coalesce(t.released, 0) || '/' || coalesce(t.refunded, 0) as example
                    from stored.draw d
                    left join ledger.order_total t on (t.region_id, t.order_id) = (d.region_id, d.id)
                    where coalesce(t.captured, 0) <> d.amount_minor
                        or coalesce(t.released, 0) <> case when d.undone_at is null then d.amount_minor else 0 end
                        or coalesce(t.refunded, 0) <> case when d.undone_at is null then 0 else d.amount_minor end
                    """),
            new Promise(
                    "cards-pay-only-what-was-paid",
                    "What a card was used for is an order that was paid, and nothing stays set aside for it.",
                    """
                    select 'order ' || o.id || ' (' || o.state || '), card ' || r.card_id || ' ' || r.state as example
                    from stored.reservation r
                    join ordering.orders o on (o.region_id, o.id) = (r.region_id, r.order_id)
                    where (r.state = 'USED' and o.paid_at is null) or (r.state = 'OPEN' and o.paid_at is not null)
                    """));

    private CardPaymentPromises() {}
}
