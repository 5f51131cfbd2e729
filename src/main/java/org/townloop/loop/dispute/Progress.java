package org.townloop.loop.dispute;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves disputes on, by the table of their states. */
@Component
class Progress {

    private final DisputeRows rows;
    private final DisputeNotices notices;
    private final Clock clock;

    Progress(DisputeRows rows, DisputeNotices notices, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.clock = clock;
    }

    /** To where nobody is waited for, or only by those who decide. */
    @Transactional(propagation = Propagation.MANDATORY)
    Dispute become(Dispute locked, OrderDisputeState next) {
        notices.forget(locked);
        return write(locked, next, null, locked.offer(), locked.referredFor(), locked.appealedBy());
    }

    /** To where something goes on by itself then. */
    @Transactional(propagation = Propagation.MANDATORY)
    Dispute become(Dispute locked, OrderDisputeState next, Instant due) {
        notices.forget(locked);
        return write(locked, next, due, locked.offer(), locked.referredFor(), locked.appealedBy());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Dispute offered(Dispute locked, Dispute.Offered offer, Instant due) {
        return write(locked, OrderDisputeState.ANSWERED, due, offer, null, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Dispute referred(Dispute locked, Dispute.Referral why) {
        notices.forget(locked);
        return write(locked, OrderDisputeState.REFERRED, null, locked.offer(), why, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Dispute appealed(Dispute locked, Side by) {
        return write(locked, OrderDisputeState.APPEALED, null, locked.offer(), locked.referredFor(), by);
    }

    private Dispute write(
            Dispute locked,
            OrderDisputeState next,
            @Nullable Instant due,
            Dispute.@Nullable Offered offer,
            Dispute.@Nullable Referral why,
            @Nullable Side appealedBy) {
        if (!locked.state().canBecome(next)) {
            throw new IllegalStateException(locked.id() + " is " + locked.state() + ", not yet " + next);
        }
        var moved = new Dispute(
                locked.id(),
                locked.order(),
                locked.resident(),
                locked.merchant(),
                locked.place(),
                next,
                locked.about(),
                locked.wanted(),
                locked.wantedAmount(),
                locked.openedAt(),
                due,
                offer,
                why,
                appealedBy,
                next.isClosed() ? clock.instant() : null);
        rows.update(moved);
        return moved;
    }
}
