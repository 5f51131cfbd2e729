package org.townloop.loop.checkout;

import java.util.List;

/** What must hold between coupons and the orders they are on. */
final class CouponPromises {

    static final List<Promise> ALL = List.of(
            new Promise(
                    "coupons-are-counted",
                    "As many of a coupon are taken as are on orders, and of its budget as much is spent as they took"
                            + " off.",
                    """
                    select 'coupon ' || c.id || ': taken ' || c.used || ', on orders ' || coalesce(u.uses, 0) || '; spent '
                        || c.spent_minor || ', on orders ' || coalesce(u.spent, 0) as example
                    from coupon.coupon c
                    left join (select region_id, coupon_id, count(*) filter (where state <> 'FREED') as uses,
                                   sum(amount_minor - back_minor) as spent
                               from coupon.use group by region_id, coupon_id) u
                        on (u.region_id, u.coupon_id) = (c.region_id, c.id)
                    where c.used <> coalesce(u.uses, 0)
                       or c.spent_minor <> case when c.budget_minor is null then 0 else coalesce(u.spent, 0) end
                    """),
            new Promise(
                    "coupons-follow-their-orders",
                    "A coupon is kept with what is held, used with what is paid, and free again with what is over.",
                    """
                    select 'order ' || o.id || ' (' || o.state || '), coupon ' || coalesce(u.state, 'none') as example
                    from ordering.orders o
                    join (select distinct region_id, order_id from ordering.line where off_minor > 0
                          union select region_id, order_id from coupon.use) c on (c.region_id, c.order_id) = (o.region_id, o.id)
                    left join coupon.use u on (u.region_id, u.order_id) = (o.region_id, o.id)
                    where case o.state when 'HELD' then u.state = 'HELD'
                        when 'EXPIRED' then u.state = 'FREED'
                        when 'CANCELLED' then u.state = 'FREED'
                        when 'REFUNDED' then u.state in ('FREED', 'USED')
                        else u.state = 'USED' end is not true
                    """),
            new Promise(
                    "coupons-lower-prices",
                    "What a merchant's coupon takes off an order is what is let off its lines.",
                    """
                    select 'order ' || u.order_id || ': coupon ' || u.amount_minor || ', let off ' || coalesce(l.off_minor, 0)
                        as example
                    from coupon.use u
                    join coupon.coupon c on (c.region_id, c.id) = (u.region_id, u.coupon_id)
                    left join (select region_id, order_id, sum(off_minor) as off_minor from ordering.line
                               group by region_id, order_id) l on (l.region_id, l.order_id) = (u.region_id, u.order_id)
                    where coalesce(l.off_minor, 0) <> case when c.place_id is null then 0 else u.amount_minor end
                    """),
            new Promise(
                    "coupons-are-paid",
                    "Of what the platform pays by coupons the books say what was paid, and what it has back.",
                    """
                    select 'order ' || o.id || ': coupon ' || o.coupon_minor || ', books ' || coalesce(t.paid, 0) || '/'
                        || coalesce(t.back, 0) as example
                    from ordering.orders o
                    left join coupon.use u on (u.region_id, u.order_id) = (o.region_id, o.id)
                    left join (select region_id, order_id, sum(amount_minor) filter (where kind = 'COUPON') as paid,
                                   sum(amount_minor) filter (where kind = 'COUPON_BACK') as back
                               from ledger.transfer where kind in ('COUPON', 'COUPON_BACK')
                               group by region_id, order_id) t on (t.region_id, t.order_id) = (o.region_id, o.id)
                    where o.coupon_minor > 0
                      and (coalesce(t.paid, 0) <> case when o.paid_at is null then 0 else o.coupon_minor end
                           or coalesce(t.back, 0) <> case when o.paid_at is null then 0 else coalesce(u.back_minor, -1) end)
                    """));

    private CouponPromises() {}
}
