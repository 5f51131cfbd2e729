package org.townloop.loop.checkout;

import java.util.List;

/**
 * Something that must hold between the tables of several modules.
 *
 * @param sentence what should be so
 * @param offenders a query for a column {@code example}, one row for each that breaks it
 */
record Promise(String name, String sentence, String offenders) {

    static final List<Promise> ALL = List.of(
            new Promise("captured-payments", "What the books captured for an order is what its gateway captured.", """
                select 'order ' || coalesce(i.order_id, t.order_id) || ': gateway ' || coalesce(i.amount, 0)
                    || ', books ' || coalesce(t.amount, 0) as example
                from (select s.region_id, s.order_id, sum(s.amount_minor) as amount from payment.share s
                      join payment.intent p on (p.region_id, p.id) = (s.region_id, s.intent_id)
                      where p.state = 'CAPTURED' group by s.region_id, s.order_id) i
                full join (select region_id, order_id, sum(amount_minor) as amount from ledger.transfer
                      where kind = 'CAPTURE' group by region_id, order_id) t
                    on (t.region_id, t.order_id) = (i.region_id, i.order_id)
                where coalesce(i.amount, 0) <> coalesce(t.amount, 0)
                """),
            new Promise("shares-add-up", "A payment is the sum of its orders' shares of it.", """
                select 'payment ' || i.id || ': ' || i.amount_minor || ', shares ' || coalesce(s.amount, 0) as example
                from payment.intent i
                left join (select region_id, intent_id, sum(amount_minor) as amount from payment.share
                           group by region_id, intent_id) s on (s.region_id, s.intent_id) = (i.region_id, i.id)
                where i.amount_minor <> coalesce(s.amount, 0)
                """),
            new Promise(
                    "chargebacks-are-booked",
                    "What the books say that gateways took back, gave again and payers keep is what the chargebacks"
                            + " say.",
                    """
                    select 'chargeback ' || coalesce(c.id::text, b.id) || ' (' || coalesce(c.state, 'unknown') || '): '
                        || coalesce(c.amount_minor, 0) || ', books ' || coalesce(b.taken, 0) || '/' || coalesce(b.won, 0)
                        || '/' || coalesce(b.lost, 0) as example
                    from payment.chargeback c
                    full join (select split_part(reason, ' ', 2) as id,
                                   sum(amount_minor) filter (where kind = 'CHARGEBACK') as taken,
                                   sum(amount_minor) filter (where kind = 'CHARGEBACK_WON') as won,
                                   sum(amount_minor) filter (where kind in ('CHARGEBACK_LOST', 'CHARGEBACK_BORNE')) as lost
                               from ledger.transfer
                               where kind in ('CHARGEBACK', 'CHARGEBACK_WON', 'CHARGEBACK_LOST', 'CHARGEBACK_BORNE')
                               group by split_part(reason, ' ', 2)) b on b.id = c.id::text
                    where coalesce(b.taken, 0) <> coalesce(c.amount_minor, 0)
                        or coalesce(b.won, 0) <> case c.state when 'WON' then c.amount_minor else 0 end
                        or coalesce(b.lost, 0) <> case c.state when 'LOST' then c.amount_minor else 0 end
                    """),
            new Promise("paid-orders-have-money", "An order that is paid has at least its price in the books.", """
                select 'order ' || o.id || ': ' || o.total_minor || ', books ' || coalesce(t.captured, 0) as example
                from ordering.orders o
                left join ledger.order_total t on (t.region_id, t.order_id) = (o.region_id, o.id)
                where o.state in ('PAID', 'FULFILLED', 'SETTLED', 'DISPUTED')
                  and coalesce(t.captured, 0) < o.total_minor and o.pays <> 'SHOP'
                """),
            new Promise("settled-orders-hold-nothing", "An order that is settled has nothing left in escrow.", """
                select 'order ' || o.id || ' holds ' || (t.captured - t.released - t.refunded) as example
                from ordering.orders o
                join ledger.order_total t on (t.region_id, t.order_id) = (o.region_id, o.id)
                where o.state = 'SETTLED' and t.captured <> t.released + t.refunded
                """),
            new Promise(
                    "vouchers-of-paid-orders",
                    "A paid order has vouchers that are worth its price together, without what was missing of its"
                            + " goods, or nothing if the shop has it; what was settled when it ran out, and every other"
                            + " order, has none to use.",
                    """
                    select 'order ' || o.id || ' (' || o.state || '): ' || o.total_minor || ', vouchers '
                        || coalesce(v.value, 0) as example
                    from ordering.orders o
                    left join ordering.cancellation c
                        on (c.region_id, c.order_id, c.state) = (o.region_id, o.id, 'COMPLETED')
                    left join (select region_id, order_id, sum(value_minor) as all_value,
                                   sum(value_minor) filter (where state <> 'REVOKED') as value,
                                   bool_or(state in ('ISSUED', 'WITHDRAWN')) as usable
                               from voucher.voucher group by region_id, order_id) v
                        on (v.region_id, v.order_id) = (o.region_id, o.id)
                    left join ordering.delivery d on (d.region_id, d.order_id) = (o.region_id, o.id)
                    left join (select region_id, order_id, sum(escrow_minor) as escrow from ordering.given_back
                               group by region_id, order_id) g on (g.region_id, g.order_id) = (o.region_id, o.id)
                    where o.pays <> 'STORED' and case when o.state in ('PAID', 'FULFILLED', 'SETTLED', 'DISPUTED')
                        then coalesce(case when c.order_id is null then v.value else v.all_value end, -1)
                                <> case o.pays when 'SHOP' then 0
                                    else o.total_minor - coalesce(d.back_minor, 0) - coalesce(g.escrow, 0) end
                            or (c.order_id is not null and v.usable)
                        when o.state = 'REFUNDED' then coalesce(v.usable, false)
                        else v.value is not null end
                    """),
            new Promise("redemptions-are-visits", "Each redemption has one visit, and each visit a redemption.", """
                select 'voucher ' || coalesce(r.voucher_id, w.voucher_id) as example
                from (select region_id, voucher_id, min(unit) as unit from voucher.redemption
                      group by region_id, voucher_id, counter_id, nonce) r
                full join visit.visit w
                    on (w.region_id, w.voucher_id, w.unit) = (r.region_id, r.voucher_id, r.unit)
                where r.voucher_id is null or w.voucher_id is null
                """),
            new Promise(
                    "redemptions-are-counted",
                    "A voucher counts as many units as were redeemed of it, from the first on.",
                    """
                    select 'voucher ' || v.id || ': ' || v.units_redeemed || ' of ' || v.units || ', redeemed '
                        || coalesce(r.units, 0) as example
                    from voucher.voucher v
                    left join (select region_id, voucher_id, count(*) as units, max(unit) as highest
                               from voucher.redemption group by region_id, voucher_id) r
                        on (r.region_id, r.voucher_id) = (v.region_id, v.id)
                    where v.units_redeemed <> coalesce(r.units, 0) or v.units_redeemed <> coalesce(r.highest, 0)
                    """),
            new Promise("redemptions-are-scans", "A scan that redeems takes as many units as it says.", """
                select 'scan ' || s.nonce || ' of voucher ' || s.voucher_id as example
                from voucher.scan s
                left join (select region_id, counter_id, nonce, count(*) as units from voucher.redemption
                           group by region_id, counter_id, nonce) r
                    on (r.region_id, r.counter_id, r.nonce) = (s.region_id, s.counter_id, s.nonce)
                where coalesce(r.units, 0) <> case when s.outcome = 'REDEEMED' then s.units else 0 end
                """),
            new Promise(
                    "redemptions-release",
                    "What was released for an order that was not called off, whatever of it was taken back later, is"
                            + " what of it was redeemed; if the rest ran out, also what of that did not go back.",
                    """
                    select 'order ' || t.order_id || ': released ' || t.released || ', redeemed ' || coalesce(v.value, 0)
                        as example
                    from (select t.region_id, t.order_id, coalesce(r.released, 0) as released
                          from ledger.order_total t
                          left join (select region_id, order_id, sum(amount_minor) as released from ledger.transfer
                                     where kind in ('RELEASE', 'PARTNER_SHARE', 'PLATFORM_SHARE', 'REFERRER_SHARE')
                                     group by region_id, order_id) r using (region_id, order_id)) t
                    join ordering.orders o on (o.region_id, o.id) = (t.region_id, t.order_id)
                    left join (select v.region_id, v.order_id, sum(r.value_minor) as value
                               from voucher.redemption r
                               join voucher.voucher v on (v.region_id, v.id) = (r.region_id, r.voucher_id)
                               group by v.region_id, v.order_id) v
                        on (v.region_id, v.order_id) = (t.region_id, t.order_id)
                    left join ordering.cancellation c
                        on (c.region_id, c.order_id, c.state) = (o.region_id, o.id, 'COMPLETED')
                    left join ordering.delivery d on (d.region_id, d.order_id) = (o.region_id, o.id)
                    left join (select region_id, order_id, sum(escrow_minor) as escrow from ordering.given_back
                               group by region_id, order_id) g on (g.region_id, g.order_id) = (o.region_id, o.id)
                    where o.state not in ('CANCELLED', 'REFUNDED')
                      and t.released <> case when c.order_id is null then coalesce(v.value, 0)
                        else o.total_minor - coalesce(d.back_minor, 0) - coalesce(g.escrow, 0) - c.refund_minor end
                    """),
            new Promise(
                    "withdrawals-wait",
                    "Vouchers are withdrawn as long as the cancellation of their order waits, and the order is paid"
                            + " until then.",
                    """
                    select 'order ' || coalesce(v.order_id, c.order_id) as example
                    from (select distinct region_id, order_id from voucher.voucher where state = 'WITHDRAWN') v
                    full join (select c.region_id, c.order_id, o.state from ordering.cancellation c
                               join ordering.orders o on (o.region_id, o.id) = (c.region_id, c.order_id)
                               where c.state = 'WAITING') c
                        on (c.region_id, c.order_id) = (v.region_id, v.order_id)
                    where v.order_id is null or c.order_id is null or c.state <> 'PAID'
                    """),
            new Promise(
                    "paid-orders-have-their-time",
                    "A paid order that is still to come has its staff and resources, or its units of a day or a lot.",
                    """
                    select 'order ' || o.id as example
                    from ordering.orders o
                    where o.state = 'PAID' and o.starts_at > now()
                      and not exists (select from booking.claim c
                          where c.region_id = o.region_id and c.order_id = o.id and c.expires_at is null)
                      and not exists (select from booking.day_claim d
                          where d.region_id = o.region_id and d.order_id = o.id and d.expires_at is null)
                      and not exists (select from booking.lot_claim l
                          where l.region_id = o.region_id and l.order_id = o.id and l.expires_at is null)
                      and not exists (select from quote.stage s
                          join quote.stage f on (f.region_id, f.quotation_id, f.stage) = (s.region_id, s.quotation_id, 1)
                          join booking.claim c on (c.region_id, c.order_id) = (f.region_id, f.order_id)
                          where s.region_id = o.region_id and s.order_id = o.id and c.expires_at is null)
                      and not exists (select from quote.stage s
                          join quote.quotation q on (q.region_id, q.id) = (s.region_id, s.quotation_id)
                          join quote.request r on (r.region_id, r.id) = (q.region_id, q.request_id)
                          where s.region_id = o.region_id and s.order_id = o.id and r.state = 'CALLED_OFF')
                    """),
            new Promise(
                    "prices-are-paid-or-due",
                    "What an order costs is what is paid through us and what is left to be paid at its place.",
                    """
                    select 'order ' || o.id || ': ' || o.total_minor || ' and ' || o.balance_minor || ', lines '
                        || l.price as example
                    from ordering.orders o
                    join (select region_id, order_id, sum(unit_minor * quantity + extra_minor - off_minor) as price
                          from ordering.line group by region_id, order_id) l
                        on (l.region_id, l.order_id) = (o.region_id, o.id)
                    left join ordering.delivery d on (d.region_id, d.order_id) = (o.region_id, o.id)
                    where o.balance_minor <> greatest(0, l.price + coalesce(d.fee_minor, 0) - o.total_minor)
                    """),
            new Promise(
                    "payouts-are-booked",
                    "Each payout has left its payee's balance, and has gone where its state says, with its amount.",
                    """
                    select 'payout ' || p.id || ', ' || p.state || ', of ' || p.amount_minor || ': books ' || coalesce(t.sent, 0)
                        || ', ' || coalesce(t.paid, 0) || ', ' || coalesce(t.failed, 0) || ', ' || coalesce(t.returned, 0) as example
                    from payout.payout p
                    left join (
                        select region_id, order_id,
                            sum(amount_minor) filter (where kind in ('PAYOUT', 'PARTNER_PAYOUT')) as sent,
                            sum(amount_minor) filter (where kind = 'PAYOUT_PAID') as paid,
                            sum(amount_minor) filter (where kind in ('PAYOUT_FAILED', 'PARTNER_PAYOUT_FAILED')) as failed,
                            sum(amount_minor) filter (where kind in ('PAYOUT_RETURNED', 'PARTNER_PAYOUT_RETURNED'))
                                as returned
                        from ledger.transfer group by region_id, order_id) t
                        on (t.region_id, t.order_id) = (p.region_id, p.id)
                    where coalesce(t.sent, 0) <> p.amount_minor
                       or coalesce(t.paid, 0) <> case when p.state in ('PAID', 'RETURNED') then p.amount_minor else 0 end
                       or coalesce(t.failed, 0) <> case p.state when 'FAILED' then p.amount_minor else 0 end
                       or coalesce(t.returned, 0) <> case p.state when 'RETURNED' then p.amount_minor else 0 end
                    """),
            new Promise("days-add-up", "What is taken of a day is what orders have of it.", """
                select 'offer ' || d.offer_id || ' on ' || d.day || ': ' || d.taken || ', orders '
                    || coalesce(c.units, 0) as example
                from booking.day_capacity d
                left join (select region_id, offer_id, day, sum(units) as units from booking.day_claim
                           group by region_id, offer_id, day) c using (region_id, offer_id, day)
                where d.taken <> coalesce(c.units, 0)
                """),
            new Promise("lots-add-up", "What is taken of a session or a night is what orders have of it.", """
                select 'subject ' || l.subject_id || ' at ' || l.starts_at || ': ' || l.taken || ', orders '
                    || coalesce(c.units, 0) as example
                from booking.lot l
                left join (select region_id, subject_id, starts_at, sum(units) as units from booking.lot_claim
                           group by region_id, subject_id, starts_at) c using (region_id, subject_id, starts_at)
                where l.taken <> coalesce(c.units, 0)
                """));
}
