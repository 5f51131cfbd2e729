package org.townloop.loop.dispute;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;

/** A second opinion: once, by whoever of the two asks for it first. */
@Component
class Appeals {

    private final DisputeRows rows;
    private final Speaking speaking;
    private final Progress progress;
    private final Acts acts;
    private final DisputeNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Appeals(
            DisputeRows rows,
            Speaking speaking,
            Progress progress,
            Acts acts,
            DisputeNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.speaking = speaking;
        this.progress = progress;
        this.acts = acts;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** The caller has asked the gate. */
    Outcome<Dispute> appeal(Actor actor, DisputeId id, Side side, String words, String key) {
        var refusal = Speaking.words(words, "words");
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return acts.once(actor, "appeal-dispute", key, List.of(id, words), () -> {
            var dispute = rows.lock(id);
            return dispute.state() == OrderDisputeState.DECIDED && !dispute.isDue(clock.instant())
                    ? speaking.say(id, side, actor.person(), words, List.of())
                            .map(_ -> told(actor, progress.appealed(dispute, side)))
                    : Outcome.refused(DisputeReason.DISPUTE_MOVED_ON);
        });
    }

    private Dispute told(Actor actor, Dispute appealed) {
        audit.note(actor.person(), "dispute-appealed", appealed.id().value().toString());
        notices.tellBoth(
                appealed,
                Words.of("A second opinion was asked for; another operator decides.", "已申请复核，将由另一位运营人员裁定。"),
                "appealed");
        return appealed;
    }
}
