package org.townloop.loop.dispute;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.loop.checkout.DisputedMoney;
import org.townloop.loop.checkout.Pockets;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Orders;

/** An operator decides. What was decided, and the entries that follow from it, are one transaction. */
@Component
public class OfficeDisputes {

    private final DisputeRows rows;
    private final Hearing hearing;
    private final Progress progress;
    private final Acts acts;
    private final DisputeTerms terms;
    private final DisputeNotices notices;
    private final DisputedMoney money;
    private final Orders orders;
    private final People people;
    private final AuditTrail audit;
    private final Gate gate;
    private final Clock clock;

    OfficeDisputes(
            DisputeRows rows,
            Hearing hearing,
            Progress progress,
            Acts acts,
            DisputeTerms terms,
            DisputeNotices notices,
            DisputedMoney money,
            Orders orders,
            People people,
            AuditTrail audit,
            Gate gate,
            Clock clock) {
        this.rows = rows;
        this.hearing = hearing;
        this.progress = progress;
        this.acts = acts;
        this.terms = terms;
        this.notices = notices;
        this.money = money;
        this.orders = orders;
        this.people = people;
        this.audit = audit;
        this.gate = gate;
        this.clock = clock;
    }

    /** Those that wait for an operator of the regions, the longest waiting first. The caller has asked the gate. */
    public List<Dispute> waiting(Collection<RegionId> regions, int limit) {
        return rows.forOperators(regions, limit);
    }

    /** All others, the newest first. The caller has asked the gate. */
    public List<Dispute> others(Collection<RegionId> regions, int limit) {
        return rows.others(regions, limit);
    }

    /**
     * One of a region that the actor runs.
     *
     * @throws Absent if there is none
     */
    public Dispute get(Actor operator, DisputeId id) {
        gate.require(operator, Right.SEE_OFFICE, Scope.region(id.region()));
        return rows.get(id);
    }

    public List<Word> words(Actor operator, DisputeId id) {
        return hearing.words(get(operator, id).id());
    }

    public List<Decision> decisions(Actor operator, DisputeId id) {
        return hearing.decisions(get(operator, id));
    }

    /** Where the order's money is. */
    public OrderMoney money(Order order) {
        return money.money(order);
    }

    /** What of it can go back to the resident at most. */
    public Money most(Order order) {
        return money.most(order);
    }

    /** From whose pocket it would come. */
    public Pockets pockets(Order order, Money ofOrder, Money platform) {
        return money.pockets(order, ofOrder, platform);
    }

    /** Why this operator cannot decide it now, if they cannot. */
    public Optional<Refusal> refusal(Actor operator, Dispute dispute) {
        var isParty = dispute.resident().equals(operator.person())
                || people.merchantsPeople(
                                dispute.id().region(), dispute.merchant().value())
                        .contains(operator.person());
        if (isParty) {
            return Optional.of(Refusal.of(DisputeReason.DECIDER_TAKES_PART));
        }
        if (!dispute.state().isForOperator()) {
            return Optional.of(Refusal.of(DisputeReason.DISPUTE_MOVED_ON));
        }
        return hearing.decisions(dispute).stream()
                        .anyMatch(earlier -> earlier.by().equals(operator.person()))
                ? Optional.of(Refusal.of(DisputeReason.DECIDED_BY_YOU))
                : Optional.empty();
    }

    /** Decides, and moves the money; the same key decides once. Of a second opinion the amounts come on top of the first. */
    public Outcome<Dispute> decide(Actor operator, DisputeId id, NewDecision wanted, String key) {
        get(operator, id);
        var refusal = Speaking.words(wanted.reasons(), "reasons");
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return acts.paidBack(acts.once(
                operator, "decide-dispute", key, List.of(id, wanted), () -> decide(operator, rows.lock(id), wanted)));
    }

    private Outcome<Dispute> decide(Actor operator, Dispute dispute, NewDecision wanted) {
        var first = hearing.decisions(dispute).stream().findFirst();
        var refusal = refusal(operator, dispute).or(() -> amounts(dispute, wanted, first));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var decision = decision(operator, dispute, wanted, first.isPresent() ? 2 : 1);
        return moved(dispute, decision).map(_ -> {
            hearing.decide(dispute.id(), decision);
            var decided = decision.instance() == 1
                    ? progress.become(
                            dispute, OrderDisputeState.DECIDED, clock.instant().plus(terms.appeal()))
                    : progress.become(dispute, OrderDisputeState.FINAL);
            audit.note(operator.person(), "dispute-decided", dispute.id().value() + " " + decision.instance());
            notices.tellBoth(decided, told(decision), "decided " + decision.instance());
            return decided;
        });
    }

    private Optional<Refusal> amounts(Dispute dispute, NewDecision wanted, Optional<Decision> first) {
        var order = orders.get(dispute.order());
        var most = money.most(order);
        if (wanted.ofOrder() < 0 || wanted.ofOrder() > most.minor()) {
            return Optional.of(Refusal.of(DisputeReason.DISPUTE_AMOUNT_INVALID, "ofOrder", Map.of("most", most)));
        }
        var added = money.mostOfPlatform(order, new Money(wanted.ofOrder(), most.currency()));
        if (wanted.platform() < 0 || wanted.platform() > added.minor()) {
            return Optional.of(Refusal.of(DisputeReason.PLATFORM_ADDS_TOO_MUCH, "ofPlatform", Map.of("most", added)));
        }
        var borne = first.map(Decision::ofOrder).orElse(Money.zero(most.currency()));
        return wanted.toMerchant() < 0 || wanted.toMerchant() > borne.minor()
                ? Optional.of(Refusal.of(DisputeReason.MADE_GOOD_TOO_MUCH, "toMerchant", Map.of("most", borne)))
                : Optional.empty();
    }

    private Outcome<Order> moved(Dispute dispute, Decision decision) {
        var order = dispute.order();
        if (decision.instance() == 1) {
            return money.conclude(
                    order,
                    GivenBack.Cause.DECIDED,
                    decision.ofOrder(),
                    decision.platform(),
                    decision.reasons(),
                    decision.by());
        }
        return money.more(
                        order,
                        GivenBack.Cause.DECIDED,
                        decision.ofOrder(),
                        decision.platform(),
                        decision.reasons(),
                        decision.by())
                .map(done -> {
                    if (decision.toMerchant().isPositive()) {
                        money.makeGood(
                                done,
                                decision.toMerchant(),
                                "second opinion " + dispute.id().value());
                    }
                    return done;
                });
    }

    private Decision decision(Actor operator, Dispute dispute, NewDecision wanted, int instance) {
        var currency = dispute.wantedAmount().currency();
        return new Decision(
                instance,
                new Money(wanted.ofOrder(), currency),
                new Money(wanted.platform(), currency),
                new Money(wanted.toMerchant(), currency),
                Objects.requireNonNull(Written.plain(wanted.reasons())),
                operator.person(),
                clock.instant());
    }

    /** With the reasons, which are in the operator's own language. */
    private static Words told(Decision decision) {
        var reasons = decision.reasons();
        return Words.of("The town office has decided: " + reasons, "平台已作出裁定：" + reasons);
    }
}
