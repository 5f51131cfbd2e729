package org.townloop.loop.dispute;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.base.media.PictureId;
import org.townloop.loop.checkout.DisputedMoney;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;

/** What a resident does about an order that was not as it should be. */
@Component
public class ResidentDisputes {

    public static final int MOST_PICTURES = Speaking.MOST_PICTURES;

    private final DisputeRows rows;
    private final Hearing hearing;
    private final Speaking speaking;
    private final Opening opening;
    private final NewObjections objections;
    private final Progress progress;
    private final Appeals appeals;
    private final Acts acts;
    private final DisputeNotices notices;
    private final DisputedMoney money;
    private final Orders orders;
    private final AuditTrail audit;
    private final Gate gate;

    ResidentDisputes(
            DisputeRows rows,
            Hearing hearing,
            Speaking speaking,
            Opening opening,
            NewObjections objections,
            Progress progress,
            Appeals appeals,
            Acts acts,
            DisputeNotices notices,
            DisputedMoney money,
            Orders orders,
            AuditTrail audit,
            Gate gate) {
        this.rows = rows;
        this.hearing = hearing;
        this.speaking = speaking;
        this.opening = opening;
        this.objections = objections;
        this.progress = progress;
        this.appeals = appeals;
        this.acts = acts;
        this.notices = notices;
        this.money = money;
        this.orders = orders;
        this.audit = audit;
        this.gate = gate;
    }

    /** Until when the order can be objected to; nothing if it cannot, or not any more. */
    public Optional<Instant> openUntil(Order order) {
        return opening.refusal(order).isPresent() ? Optional.empty() : opening.until(order);
    }

    /** Whether there is or was a dispute about the order. */
    public boolean isThere(Order order) {
        return !rows.of(order.id()).isEmpty();
    }

    /** At most that much can be asked for. */
    public Money most(Order order) {
        return money.most(order);
    }

    /**
     * The disputes of an order of the actor's, the newest first.
     *
     * @throws Absent if it is not theirs
     */
    public List<Dispute> of(Actor actor, OrderId id) {
        return rows.of(ownOrder(actor, id).id());
    }

    /**
     * Whether the actor is who objects.
     *
     * @throws Absent if there is no such dispute
     */
    public boolean isOwn(Actor actor, DisputeId id) {
        return rows.get(id).resident().equals(actor.person());
    }

    /**
     * One's own.
     *
     * @throws Absent if it is not the actor's
     */
    public Dispute own(Actor actor, DisputeId id) {
        var dispute = rows.get(id);
        gate.require(actor, Right.OWN, Scope.person(dispute.resident()));
        return dispute;
    }

    public List<Word> words(Actor actor, DisputeId id) {
        return hearing.words(own(actor, id).id());
    }

    public List<Decision> decisions(Actor actor, DisputeId id) {
        return hearing.decisions(own(actor, id));
    }

    /** Objects to an order of one's own; the same key objects once. From now on its money stands still. */
    public Outcome<Dispute> open(Actor actor, OrderId id, NewDispute wanted, String key) {
        ownOrder(actor, id);
        var refusal = speaking.refusal(actor.person(), wanted.words(), wanted.pictures());
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : acts.once(actor, "open-dispute", key, List.of(id, wanted), () -> objections.open(actor, id, wanted));
    }

    /** Yes to what the merchant has offered, as it was read. */
    public Outcome<Dispute> accept(Actor actor, DisputeId id, Dispute.Offered read, String key) {
        own(actor, id);
        var accepted =
                acts.once(actor, "accept-dispute", key, List.of(id, read), () -> accept(actor, rows.lock(id), read));
        return acts.paidBack(accepted);
    }

    /** No to what the merchant has offered: an operator decides. */
    public Outcome<Dispute> decline(Actor actor, DisputeId id, String key) {
        own(actor, id);
        return acts.once(actor, "decline-dispute", key, id, () -> {
            var dispute = rows.lock(id);
            return dispute.state() == OrderDisputeState.ANSWERED
                    ? Outcome.done(told(progress.referred(dispute, Dispute.Referral.DECLINED)))
                    : Outcome.refused(DisputeReason.DISPUTE_MOVED_ON);
        });
    }

    /** They object no more: the order goes on as it was sold. */
    public Outcome<Dispute> withdraw(Actor actor, DisputeId id, String key) {
        own(actor, id);
        return acts.once(actor, "withdraw-dispute", key, id, () -> {
            var dispute = rows.lock(id);
            if (!dispute.state().isOpen()) {
                return Outcome.refused(DisputeReason.DISPUTE_MOVED_ON);
            }
            money.goOn(dispute.order());
            var closed = progress.become(dispute, OrderDisputeState.WITHDRAWN);
            notices.tellMerchant(closed, Words.of("The customer has withdrawn it.", "顾客撤回了申诉。"), "withdrawn");
            audit.note(actor.person(), "dispute-withdrawn", id.value().toString());
            return Outcome.done(closed);
        });
    }

    /** Says something more, as long as it is open. */
    public Outcome<Dispute> write(Actor actor, DisputeId id, String words, List<PictureId> pictures, String key) {
        own(actor, id);
        return acts.write(actor, id, Side.RESIDENT, words, pictures, key);
    }

    /** Asks for a second opinion, once. */
    public Outcome<Dispute> appeal(Actor actor, DisputeId id, String words, String key) {
        own(actor, id);
        return appeals.appeal(actor, id, Side.RESIDENT, words, key);
    }

    private Order ownOrder(Actor actor, OrderId id) {
        var order = orders.get(id);
        gate.require(actor, Right.OWN, Scope.person(order.resident()));
        return order;
    }

    private Outcome<Dispute> accept(Actor actor, Dispute dispute, Dispute.Offered read) {
        if (dispute.state() != OrderDisputeState.ANSWERED) {
            return Outcome.refused(DisputeReason.DISPUTE_MOVED_ON);
        }
        if (!read.equals(dispute.offer())) {
            return Outcome.refused(DisputeReason.DISPUTE_OFFER_CHANGED);
        }
        return money.conclude(
                        dispute.order(),
                        GivenBack.Cause.AGREED,
                        read.amount(),
                        Money.zero(read.amount().currency()),
                        null,
                        actor.person())
                .map(_ -> {
                    var settled = progress.become(dispute, OrderDisputeState.SETTLED);
                    notices.tellMerchant(settled, Words.of("The customer has accepted.", "顾客接受了您的方案。"), "accepted");
                    audit.note(
                            actor.person(),
                            "dispute-settled",
                            dispute.id().value().toString());
                    return settled;
                });
    }

    private Dispute told(Dispute referred) {
        notices.tellMerchant(
                referred,
                Words.of("The customer did not accept; the town office decides.", "顾客没有接受，将由平台裁定。"),
                "declined");
        return referred;
    }
}
