package org.townloop.loop.dispute;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.base.media.PictureId;
import org.townloop.loop.checkout.DisputedMoney;

/** What all acts have in common: done once by a key, in one transaction, and what goes back is asked for after it. */
@Component
class Acts {

    private record DisputeRef(DisputeId id) {}

    private final DisputeRows rows;
    private final Speaking speaking;
    private final DisputeNotices notices;
    private final DisputedMoney money;
    private final Idempotency idempotency;

    Acts(DisputeRows rows, Speaking speaking, DisputeNotices notices, DisputedMoney money, Idempotency idempotency) {
        this.rows = rows;
        this.speaking = speaking;
        this.notices = notices;
        this.money = money;
        this.idempotency = idempotency;
    }

    Outcome<Dispute> once(Actor actor, String act, String key, Object wish, Supplier<Outcome<Dispute>> effect) {
        return idempotency
                .once(
                        new Idempotency.Call(actor.person().value(), act, key, wish),
                        DisputeRef.class,
                        () -> effect.get().map(done -> new DisputeRef(done.id())))
                .map(ref -> rows.get(ref.id()));
    }

    Outcome<Dispute> paidBack(Outcome<Dispute> done) {
        if (done instanceof Outcome.Done<Dispute>(var dispute)) {
            money.payBack(dispute.order());
        }
        return done;
    }

    /** Says something more; the caller has asked the gate. */
    Outcome<Dispute> write(Actor actor, DisputeId id, Side side, String words, List<PictureId> pictures, String key) {
        var refusal = speaking.refusal(actor.person(), words, pictures);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return once(actor, "write-dispute", key, List.of(id, words, pictures), () -> {
            var dispute = rows.lock(id);
            return dispute.state().isHeard()
                    ? speaking.say(id, side, actor.person(), words, pictures).map(number -> told(dispute, side, number))
                    : Outcome.refused(DisputeReason.DISPUTE_MOVED_ON);
        });
    }

    private Dispute told(Dispute dispute, Side side, int number) {
        var what = Words.of("There is a new message.", "有新的说明。");
        switch (side) {
            case RESIDENT -> notices.tellMerchant(dispute, what, "word " + number);
            case MERCHANT -> notices.tellResident(dispute, what, "word " + number);
        }
        return dispute;
    }
}
