package org.townloop.loop.ordering;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.Obstacle;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.PersonalData;
import org.townloop.base.kernel.Refusal;

/** The orders of a resident: the other side keeps them in its books, without the name and without what was answered. */
@Component
class KeptOfPeople implements PersonalData {

    /** As many as are named; that there are more, the count says. */
    private static final int NAMED = 50;

    private static final List<Kept> KEPT = List.of(
            Kept.goes("calendar-links", "ordering.calendar_link", """
                select made_at, kind, place_id, language
                from ordering.calendar_link where made_by = :person order by made_at, owner_id
                """, """
                delete from ordering.calendar_link where made_by = any (:people)
                """),
            Kept.goes("waits", "ordering.wait", """
                select joined_at, place_id, offer_id, from_at, to_at, quantity, state, order_id
                from ordering.wait where resident_id = :person order by joined_at, id
                """, """
                delete from ordering.wait where resident_id = any (:people)
                """),
            Kept.stays("orders", "ordering.orders", """
                select id, created_at, state, place_id, total_minor, balance_minor, coupon_minor, currency, starts_at, paid_at, fulfilled_at,
                    closed_at
                from ordering.orders where resident_id = :person order by created_at, id
                """),
            Kept.stays("order-lines", "ordering.line", """
                select o.created_at, l.order_id, l.title, l.quantity, l.unit_minor, l.off_minor, o.currency, l.starts_at
                from ordering.orders o
                join ordering.line l on (l.region_id, l.order_id) = (o.region_id, o.id)
                where o.resident_id = :person order by o.created_at, l.order_id, l.line
                """),
            Kept.stays("balance-receipts", "ordering.balance_receipt", """
                select r.noted_at, r.order_id, r.amount_minor, o.currency, r.means, r.undone_at
                from ordering.orders o
                join ordering.balance_receipt r on (r.region_id, r.order_id) = (o.region_id, o.id)
                where o.resident_id = :person order by r.noted_at, r.id
                """),
            Kept.goes("given-back", "ordering.given_back", """
                select g.given_at, g.order_id, g.cause, g.earned_minor + g.escrow_minor + g.platform_minor as amount_minor,
                    o.currency, g.words
                from ordering.orders o
                join ordering.given_back g on (g.region_id, g.order_id) = (o.region_id, o.id)
                where o.resident_id = :person order by g.given_at, g.id
                """, """
                update ordering.given_back g set words = null
                from ordering.orders o
                where o.resident_id = any (:people) and (g.region_id, g.order_id) = (o.region_id, o.id)
                    and g.words is not null
                """),
            Kept.goes("answers", "ordering.line", """
                select o.created_at, l.order_id, l.answers
                from ordering.orders o
                join ordering.line l on (l.region_id, l.order_id) = (o.region_id, o.id)
                where o.resident_id = :person and l.answers <> '{}'
                order by o.created_at, l.order_id, l.line
                """, """
                update ordering.line l set answers = '{}'
                from ordering.orders o
                where o.resident_id = any (:people) and (l.region_id, l.order_id) = (o.region_id, o.id)
                    and l.answers <> '{}'
                """),
            Kept.goes("sites", "ordering.line", """
                select o.created_at, l.order_id, l.site
                from ordering.orders o
                join ordering.line l on (l.region_id, l.order_id) = (o.region_id, o.id)
                where o.resident_id = :person and l.site is not null
                order by o.created_at, l.order_id, l.line
                """, """
                update ordering.line l set site = null
                from ordering.orders o
                where o.resident_id = any (:people) and (l.region_id, l.order_id) = (o.region_id, o.id)
                    and l.site is not null
                """));

    private final OrderRows orders;

    KeptOfPeople(OrderRows orders) {
        this.orders = orders;
    }

    @Override
    public List<Kept> kept() {
        return KEPT;
    }

    /** Whoever still has something to come, or to argue about, is needed for it. */
    @Override
    public List<Obstacle> obstacles(PersonId person) {
        var open = orders.where(
                "resident_id = ? and state in ('HELD', 'PAID', 'FULFILLED', 'DISPUTED') order by created_at desc limit"
                        + " ?",
                person.value(),
                NAMED);
        return open.isEmpty()
                ? List.of()
                : List.of(new Obstacle(
                        new Refusal(OrderingReason.ORDERS_OPEN, null, Map.of("count", open.size())),
                        open.stream().map(KeptOfPeople::item).toList()));
    }

    private static Obstacle.Item item(Order order) {
        return new Obstacle.Item(order.title(), "/orders/" + order.id().value());
    }
}
