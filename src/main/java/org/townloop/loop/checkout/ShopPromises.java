package org.townloop.loop.checkout;

import java.util.List;

/** What the audit looks after of what is paid at shops. */
final class ShopPromises {

    private ShopPromises() {}

    static final List<Promise> ALL = List.of(
            new Promise(
                    "shop-orders-have-no-money",
                    "Of what is paid at the shop nothing is in the books; what was paid online all the same went back.",
                    """
                    select 'order ' || o.id || ': ' || t.captured || '/' || t.released || '/' || t.refunded as example
                    from ordering.orders o
                    join ledger.order_total t on (t.region_id, t.order_id) = (o.region_id, o.id)
                    where o.pays = 'SHOP' and (t.captured <> t.refunded or t.released <> 0)
                    """),
            new Promise(
                    "shop-orders-owe-their-shares",
                    "Of what shops have noted as paid there the shares of the sale were charged, and of nothing else.",
                    """
                    select 'order ' || s.order_id || ': received ' || s.received || ', charged ' || s.platform || ' and '
                        || s.partner as example
                    from (
                        select coalesce(r.order_id, t.order_id) as order_id, coalesce(r.received, 0) as received,
                            coalesce(t.platform, 0) as platform, coalesce(t.partner, 0) as partner,
                            o.pays = 'SHOP' and jsonb_typeof(o.terms -> 'atShop') = 'object' as charged,
                            (o.terms #>> '{shares,platformBasisPoints}')::bigint as platform_rate,
                            case when o.terms #>> '{shares,partner}' is null then 0
                                else (o.terms #>> '{shares,partnerBasisPoints}')::bigint end as partner_rate
                        from (select region_id, order_id, sum(amount_minor) as received from ordering.balance_receipt
                              where undone_at is null group by region_id, order_id) r
                        full join (select region_id, order_id,
                                sum(case kind when 'COMMISSION' then amount_minor when 'COMMISSION_BACK' then -amount_minor
                                    else 0 end) as platform,
                                sum(case kind when 'PARTNER_COMMISSION' then amount_minor
                                    when 'PARTNER_COMMISSION_BACK' then -amount_minor else 0 end) as partner
                              from ledger.transfer
                              where kind in ('COMMISSION', 'COMMISSION_BACK', 'PARTNER_COMMISSION',
                                  'PARTNER_COMMISSION_BACK')
                              group by region_id, order_id) t
                            on (t.region_id, t.order_id) = (r.region_id, r.order_id)
                        join ordering.orders o on o.region_id = coalesce(r.region_id, t.region_id)
                            and o.id = coalesce(r.order_id, t.order_id)) s
                    where s.platform <> case when s.charged then s.received * s.platform_rate / 10000 else 0 end
                       or s.partner <> case when s.charged then s.received * s.partner_rate / 10000 else 0 end
                    """));
}
