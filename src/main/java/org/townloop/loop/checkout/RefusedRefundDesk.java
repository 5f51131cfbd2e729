package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Written;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.PaymentReason;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.RefundId;
import org.townloop.loop.payment.RefundState;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.payment.RefusedRefunds;
import org.townloop.loop.payment.RefusedRefunds.Refused;

/**
 * Refunds that gateways refused, at the office: asked for again, or paid otherwise, which one operator says and another
 * confirms. Never both: each leaves FAILED once, under the lock of its order.
 */
@Component
public class RefusedRefundDesk {

    /** In characters. */
    public static final int LONGEST_REFERENCE = 140;

    /** Which of them are looked at. */
    public enum Shown {
        /** Somebody has to see to them. */
        OWED(EnumSet.of(RefundState.FAILED, RefundState.PAYING_OTHERWISE)),
        /** They went on. */
        DONE(EnumSet.of(RefundState.ASKED_AGAIN, RefundState.PAID_OTHERWISE, RefundState.CHARGED_BACK)),
        ALL(EnumSet.allOf(RefundState.class));

        private final Set<RefundState> states;

        Shown(Set<RefundState> states) {
            this.states = states;
        }
    }

    /** Which of them somebody wants, as one reads it again from a repeated call. */
    record Done(RefundId refund) {}

    private final RefusedRefunds refused;
    private final Refunds refunds;
    private final Gateways gateways;
    private final Orders orders;
    private final PaidBack paidBack;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Gate gate;

    RefusedRefundDesk(
            RefusedRefunds refused,
            Refunds refunds,
            Gateways gateways,
            Orders orders,
            PaidBack paidBack,
            Idempotency idempotency,
            AuditTrail audit,
            Gate gate) {
        this.refused = refused;
        this.refunds = refunds;
        this.gateways = gateways;
        this.orders = orders;
        this.paidBack = paidBack;
        this.idempotency = idempotency;
        this.audit = audit;
        this.gate = gate;
    }

    /** Those of the regions, the latest first. The caller may see them. */
    public List<Refused> in(Collection<RegionId> regions, Shown shown, int limit) {
        return refused.in(regions, shown.states, limit);
    }

    /** What they are of. */
    public Map<OrderId, Order> orders(Collection<Refused> some) {
        return orders.get(some.stream()
                .map(each -> new OrderId(each.refund().order()))
                .distinct()
                .toList());
    }

    /**
     * Asks the gateway again, by another attempt. What becomes of it is heard as of any other.
     *
     * @param key the same key asks once
     * @return the attempt; refused if it has gone on already, or the payment has not so much left
     * @throws Absent if there is no such refund, or the actor does not pay out there
     */
    public Outcome<RefundId> askAgain(Actor actor, RefundId id, String key) {
        var asked = once(
                actor, id, "refund-asked-again", key, null, (order, refund) -> refused.again(refund, actor.person()));
        if (asked instanceof Outcome.Done<RefundId>(var attempt)) {
            gateways.refund(refunds.get(attempt));
        }
        return asked;
    }

    /**
     * An operator has paid it, or has had it paid, by a bank transfer. Another has to confirm it.
     *
     * @param reference by which the bank's paper names it, at most {@value #LONGEST_REFERENCE} characters
     */
    public Outcome<RefundId> enter(Actor actor, RefundId id, @Nullable String reference, String key) {
        var plain = Written.plain(reference);
        if (plain == null || Written.isLonger(plain, LONGEST_REFERENCE)) {
            return Outcome.refused(
                    Refusal.of(CheckoutReason.REFUND_REFERENCE_INVALID, "reference", Map.of("max", LONGEST_REFERENCE)));
        }
        return once(
                actor,
                id,
                "refund-paid-otherwise",
                key,
                plain,
                (order, refund) -> refused.enter(refund, actor.person(), plain));
    }

    /** The resident has it: the books say so from now on. Refused to the operator who has entered it. */
    public Outcome<RefundId> confirm(Actor actor, RefundId id, String key) {
        return once(actor, id, "refund-confirmed", key, null, (order, refund) -> {
            if (!refused.confirm(id, actor.person())) {
                return Outcome.refused(CheckoutReason.REFUND_NOT_CONFIRMED);
            }
            paidBack.otherwise(refund);
            return Outcome.done(refund);
        });
    }

    /** It was not paid otherwise after all: it is owed as before. */
    public Outcome<RefundId> withdraw(Actor actor, RefundId id, String key) {
        return once(
                actor,
                id,
                "refund-not-paid",
                key,
                null,
                (order, refund) ->
                        refused.withdraw(id) ? Outcome.done(refund) : Outcome.refused(PaymentReason.REFUND_SETTLED));
    }

    /** Nobody sees to what is owed to themselves. */
    private Outcome<RefundId> once(
            Actor actor,
            RefundId id,
            String act,
            String key,
            @Nullable String said,
            BiFunction<Order, Refund, Outcome<Refund>> does) {
        if (!RegionId.isIn(id.value())) {
            throw new Absent("refund " + id.value());
        }
        gate.require(actor, Right.PAY_OUT, Scope.region(id.region()));
        var call =
                new Idempotency.Call(actor.person().value(), act, key, said == null ? List.of(id) : List.of(id, said));
        return idempotency
                .once(call, Done.class, () -> {
                    var order = orders.lock(new OrderId(refunds.get(id).order()));
                    if (order.resident().equals(actor.person())) {
                        return Outcome.refused(CheckoutReason.REFUND_IS_OWN);
                    }
                    return does.apply(order, refunds.get(id)).map(result -> {
                        audit.note(actor.person(), act, id.value().toString());
                        return new Done(result.id());
                    });
                })
                .map(Done::refund);
    }
}
