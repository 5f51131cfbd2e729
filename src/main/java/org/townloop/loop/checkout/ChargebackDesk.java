package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Chargeback;
import org.townloop.loop.payment.ChargebackId;
import org.townloop.loop.payment.Chargebacks;
import org.townloop.loop.payment.Share;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** Payments that payers object to, and what the merchant says to that. */
@Component
public class ChargebackDesk {

    /** In characters; what is on record is added. */
    public static final int LONGEST_ANSWER = 2_000;

    private static final int SHOWN = 100;

    private final Workplaces workplaces;
    private final Orders orders;
    private final Chargebacks chargebacks;
    private final ChargebackEvidence evidence;
    private final AuditTrail audit;
    private final Idempotency idempotency;

    ChargebackDesk(
            Workplaces workplaces,
            Orders orders,
            Chargebacks chargebacks,
            ChargebackEvidence evidence,
            AuditTrail audit,
            Idempotency idempotency) {
        this.workplaces = workplaces;
        this.orders = orders;
        this.chargebacks = chargebacks;
        this.evidence = evidence;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    /** Those about orders of the place, the latest first. */
    public List<Chargeback> at(Actor actor, PlaceId place) {
        workplaces.get(actor, Right.SEE_STATEMENT, place);
        return chargebacks.at(place.region(), place.value(), SHOWN);
    }

    /** In the regions, those that are open first. The caller may see them. */
    public List<Chargeback> in(Collection<RegionId> regions) {
        return chargebacks.in(regions, SHOWN);
    }

    /** What those chargebacks are about. */
    public Map<OrderId, Order> orders(Collection<Chargeback> some) {
        return orders.get(some.stream()
                .flatMap(chargeback -> chargeback.shares().stream())
                .map(Share::order)
                .distinct()
                .map(OrderId::new)
                .toList());
    }

    /** What is on record of the place's orders, as the gateway gets it with an answer. */
    public String evidence(Chargeback chargeback, PlaceId place) {
        return evidence.of(ordersAt(chargeback, place));
    }

    /**
     * The merchant says what happened. The gateway gets it with what is on record.
     *
     * @param key the same key answers once
     * @return refused if something was said before, or it is decided or too late
     * @throws Absent if it is about no order of that place, or the actor does not see the place's money
     */
    public Outcome<ChargebackId> answer(Actor actor, PlaceId place, ChargebackId id, String words, String key) {
        workplaces.get(actor, Right.SEE_STATEMENT, place);
        var about = ordersAt(chargebacks.get(id), place);
        if (about.isEmpty()) {
            throw new Absent("chargeback " + id.value());
        }
        var said = words.strip();
        if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST_ANSWER) {
            return Outcome.refused(
                    Refusal.of(CheckoutReason.CHARGEBACK_ANSWER_INVALID, "answer", Map.of("max", LONGEST_ANSWER)));
        }
        var call = new Idempotency.Call(actor.person().value(), "chargeback-answer", key, List.of(id, said));
        return idempotency.once(call, ChargebackId.class, () -> {
            if (!chargebacks.answer(id, actor.person(), said + "\n\n" + evidence.of(about))) {
                return Outcome.refused(CheckoutReason.CHARGEBACK_ANSWERED);
            }
            audit.note(actor.person(), "chargeback-answered", id.value().toString());
            return Outcome.done(id);
        });
    }

    private List<Order> ordersAt(Chargeback chargeback, PlaceId place) {
        return orders(List.of(chargeback)).values().stream()
                .filter(order -> order.place().equals(place))
                .toList();
    }
}
