package org.townloop.loop.dispute;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.checkout.Chore;

/** What goes on by the clock: who did not speak in time is not waited for, and who did not ask again has agreed. */
@Component
class DisputeChores implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(DisputeChores.class);
    private static final int BATCH = 100;

    private final DisputeRows rows;
    private final Progress progress;
    private final DisputeNotices notices;
    private final Atomically atomically;
    private final Clock clock;

    DisputeChores(DisputeRows rows, Progress progress, DisputeNotices notices, Atomically atomically, Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.notices = notices;
        this.atomically = atomically;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "disputes";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        rows.due(clock.instant(), BATCH).forEach(this::goOn);
    }

    private void goOn(DisputeId id) {
        try {
            atomically.run(() -> Outcome.done(goOn(rows.lock(id))));
        } catch (RuntimeException e) {
            LOG.error("dispute {} cannot go on", id.value(), e);
        }
    }

    /** Once more under the lock: somebody may have spoken meanwhile. */
    private Dispute goOn(Dispute dispute) {
        if (!dispute.isDue(clock.instant())) {
            return dispute;
        }
        return switch (dispute.state()) {
            case OPEN ->
                told(
                        progress.referred(dispute, Dispute.Referral.NO_ANSWER),
                        Words.of("The place has not answered in time; the town office decides.", "商家未在期限内答复，将由平台裁定。"));
            case ANSWERED ->
                told(
                        progress.referred(dispute, Dispute.Referral.NO_REPLY),
                        Words.of(
                                "The offer was not answered in time; the town office decides.", "方案未在期限内得到回应，将由平台裁定。"));
            case DECIDED -> progress.become(dispute, OrderDisputeState.FINAL);
            case REFERRED, APPEALED, FINAL, SETTLED, WITHDRAWN -> dispute;
        };
    }

    private Dispute told(Dispute referred, Words what) {
        notices.tellBoth(referred, what, "referred");
        return referred;
    }
}
