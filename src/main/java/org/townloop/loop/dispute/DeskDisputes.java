package org.townloop.loop.dispute;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.media.PictureId;
import org.townloop.loop.checkout.DisputedMoney;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** What a place does about disputes of its orders: look, answer, offer. */
@Component
public class DeskDisputes {

    private final DisputeRows rows;
    private final Hearing hearing;
    private final Speaking speaking;
    private final Progress progress;
    private final Appeals appeals;
    private final Acts acts;
    private final DisputeTerms terms;
    private final DisputeNotices notices;
    private final DisputedMoney money;
    private final Orders orders;
    private final Workplaces workplaces;
    private final AuditTrail audit;
    private final Clock clock;

    DeskDisputes(
            DisputeRows rows,
            Hearing hearing,
            Speaking speaking,
            Progress progress,
            Appeals appeals,
            Acts acts,
            DisputeTerms terms,
            DisputeNotices notices,
            DisputedMoney money,
            Orders orders,
            Workplaces workplaces,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.hearing = hearing;
        this.speaking = speaking;
        this.progress = progress;
        this.appeals = appeals;
        this.acts = acts;
        this.terms = terms;
        this.notices = notices;
        this.money = money;
        this.orders = orders;
        this.workplaces = workplaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many wait for an answer of the place. */
    public int waiting(PlaceId place) {
        return rows.waiting(place);
    }

    /**
     * Those of a place, the newest first.
     *
     * @throws Absent if the actor does not run it
     */
    public List<Dispute> at(Actor staff, PlaceId place, int limit) {
        workplaces.get(staff, Right.SEE_DESK, place);
        return rows.at(place, limit);
    }

    /**
     * One of a place of the actor's.
     *
     * @throws Absent if there is none
     */
    public Dispute get(Actor staff, DisputeId id) {
        var dispute = rows.get(id);
        workplaces.get(staff, Right.SEE_DESK, dispute.place());
        return dispute;
    }

    public List<Word> words(Actor staff, DisputeId id) {
        return hearing.words(get(staff, id).id());
    }

    public List<Decision> decisions(Actor staff, DisputeId id) {
        return hearing.decisions(get(staff, id));
    }

    /** What can go back of its order at most. */
    public Money most(Dispute dispute) {
        return money.most(orders.get(dispute.order()));
    }

    /** Answers, and offers something or not: without an offer an operator decides. */
    public Outcome<Dispute> answer(Actor staff, DisputeId id, NewAnswer answer, String key) {
        workplaces.get(staff, Right.RUN_PLACE, get(staff, id).place());
        var refusal = speaking.refusal(staff.person(), answer.words(), answer.pictures());
        return refusal.isPresent()
                ? Outcome.refused(refusal.get())
                : acts.once(
                        staff, "answer-dispute", key, List.of(id, answer), () -> answer(staff, rows.lock(id), answer));
    }

    /** Says something more, as long as it is open and was answered. */
    public Outcome<Dispute> write(Actor staff, DisputeId id, String words, List<PictureId> pictures, String key) {
        workplaces.get(staff, Right.RUN_PLACE, get(staff, id).place());
        return acts.write(staff, id, Side.MERCHANT, words, pictures, key);
    }

    /** Asks for a second opinion, once. */
    public Outcome<Dispute> appeal(Actor staff, DisputeId id, String words, String key) {
        workplaces.get(staff, Right.RUN_PLACE, get(staff, id).place());
        return appeals.appeal(staff, id, Side.MERCHANT, words, key);
    }

    private Outcome<Dispute> answer(Actor staff, Dispute dispute, NewAnswer answer) {
        var now = clock.instant();
        if (dispute.state() != OrderDisputeState.OPEN || dispute.isDue(now)) {
            return Outcome.refused(DisputeReason.DISPUTE_MOVED_ON);
        }
        var most = most(dispute);
        var minor = answer.amountMinor() == null ? 0 : answer.amountMinor();
        if (answer.amountMinor() != null && (minor <= 0 || minor > most.minor())) {
            return Outcome.refused(
                    Refusal.of(DisputeReason.DISPUTE_AMOUNT_INVALID, "offer.amount", Map.of("most", most)));
        }
        audit.note(staff.person(), "dispute-answered", dispute.id().value().toString());
        return speaking.say(dispute.id(), Side.MERCHANT, staff.person(), answer.words(), answer.pictures())
                .map(_ -> answer.offersSomething()
                        ? offered(dispute, new Dispute.Offered(answer.redo(), new Money(minor, most.currency())))
                        : referred(dispute));
    }

    private Dispute offered(Dispute dispute, Dispute.Offered offer) {
        var now = clock.instant();
        var answered = progress.offered(dispute, offer, now.plus(terms.reply()));
        notices.offered(
                answered,
                Words.of("The place has answered and offers something: accept it or not.", "商家已答复并提出方案，请选择是否接受。"),
                now);
        return answered;
    }

    private Dispute referred(Dispute dispute) {
        var referred = progress.referred(dispute, Dispute.Referral.NO_OFFER);
        notices.tellResident(
                referred,
                Words.of("The place has answered and offers nothing; the town office decides.", "商家已答复，未提出方案，将由平台裁定。"),
                "answered");
        return referred;
    }
}
