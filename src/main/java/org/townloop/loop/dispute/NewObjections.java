package org.townloop.loop.dispute;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.checkout.DisputedMoney;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;

/** Opens disputes: the order stands still in the transaction that writes what is objected to. */
@Component
class NewObjections {

    private final DisputeRows rows;
    private final Speaking speaking;
    private final Opening opening;
    private final DisputeTerms terms;
    private final DisputeNotices notices;
    private final DisputedMoney money;
    private final Orders orders;
    private final Turns turns;
    private final AuditTrail audit;
    private final Clock clock;

    NewObjections(
            DisputeRows rows,
            Speaking speaking,
            Opening opening,
            DisputeTerms terms,
            DisputeNotices notices,
            DisputedMoney money,
            Orders orders,
            Turns turns,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.speaking = speaking;
        this.opening = opening;
        this.terms = terms;
        this.notices = notices;
        this.money = money;
        this.orders = orders;
        this.turns = turns;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the caller's transaction, who has asked the gate and what may be said. One at a time for each resident. */
    Outcome<Dispute> open(Actor actor, OrderId id, NewDispute wanted) {
        turns.take("disputes", actor.person().value());
        var order = orders.get(id);
        var refusal = opening.refusal(order).or(() -> opening.refusal(actor.person()));
        var amount = opening.wanted(order, wanted);
        if (refusal.isPresent() || amount.isEmpty()) {
            return Outcome.refused(refusal.orElseGet(() ->
                    Refusal.of(DisputeReason.DISPUTE_AMOUNT_INVALID, "amount", Map.of("most", money.most(order)))));
        }
        return money.stop(id).then(stopped -> opened(actor, dispute(stopped, wanted, amount.get()), wanted));
    }

    private Outcome<Dispute> opened(Actor actor, Dispute dispute, NewDispute wanted) {
        rows.insert(dispute);
        notices.opened(dispute, dispute.openedAt());
        audit.note(
                actor.person(),
                "dispute-opened",
                dispute.id().value() + " of " + dispute.order().value());
        return speaking.say(dispute.id(), Side.RESIDENT, actor.person(), wanted.words(), wanted.pictures())
                .map(_ -> dispute);
    }

    private Dispute dispute(Order order, NewDispute wanted, Money amount) {
        var now = clock.instant();
        return new Dispute(
                new DisputeId(Ids.next(order.id().region(), now)),
                order.id(),
                order.resident(),
                order.merchant(),
                order.place(),
                OrderDisputeState.OPEN,
                wanted.about(),
                wanted.wanted(),
                amount,
                now,
                now.plus(terms.answer()),
                null,
                null,
                null,
                null);
    }
}
