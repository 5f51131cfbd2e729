package org.townloop.loop.checkout;

import java.util.List;

/** What must hold between the cards, the orders that sold them and the books. No row says what is left on a card. */
final class CardPromises {

    static final List<Promise> ALL = List.of(
            new Promise("sold-cards-are-booked", "What the books put on a card when it was sold is its worth.", """
                select 'card ' || coalesce(c.id, t.owner_id) || ': worth ' || coalesce(c.worth_minor, 0) || ', books '
                    || coalesce(t.amount, 0) as example
                from stored.card c
                full join (select a.region_id, a.owner_id, t.order_id, sum(t.amount_minor) as amount
                           from ledger.transfer t
                           join ledger.account a on (a.region_id, a.id) = (t.region_id, t.credit_id)
                           where t.kind = 'STORED' group by a.region_id, a.owner_id, t.order_id) t
                    on (t.region_id, t.owner_id, t.order_id) = (c.region_id, c.id, c.order_id)
                where coalesce(c.worth_minor, 0) <> coalesce(t.amount, 0)
                """),
            new Promise(
                    "orders-of-cards-are-cards", "An order of a card that is settled is a card for each line.", """
                        select 'order ' || o.id || ' (' || o.state || ')' as example
                        from ordering.orders o
                        join ordering.line l on (l.region_id, l.order_id) = (o.region_id, o.id)
                        left join stored.card c on (c.region_id, c.order_id, c.line) = (l.region_id, l.order_id, l.line)
                        where o.pays = 'STORED' and (c.id is not null) <> (o.state in ('SETTLED', 'DISPUTED'))
                        """),
            new Promise("void-cards-are-empty", "A card that was given back or ran out has nothing left on it.", """
                select 'card ' || c.id || ' (' || c.state || '): ' || sum(
                    case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end) as example
                from stored.card c
                join ledger.account a on (a.region_id, a.owner_id, a.kind) = (c.region_id, c.id, 'STORED_VALUE')
                join ledger.transfer t on t.region_id = a.region_id and (t.credit_id = a.id or t.debit_id = a.id)
                where c.state in ('VOID', 'EXPIRED')
                group by c.region_id, c.id, c.state
                having sum(case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end) <> 0
                """));

    private CardPromises() {}
}
