package org.townloop.loop.quote;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Chore;

/** What becomes of quotations by time: they run out, their stages fall due, what was agreed long ago is forgotten. */
@Component
class QuoteChores implements Chore {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteChores.class);
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofMinutes(15);

    private final Requests requests;
    private final Quotations quotations;
    private final EndedOffers ended;
    private final Stages stages;
    private final Progress progress;
    private final Closing closing;
    private final CallingOff callingOff;
    private final Forgetting forgetting;
    private final QuoteNotices notices;
    private final Atomically atomically;
    private final Clock clock;

    QuoteChores(
            Requests requests,
            Quotations quotations,
            EndedOffers ended,
            Stages stages,
            Progress progress,
            Closing closing,
            CallingOff callingOff,
            Forgetting forgetting,
            QuoteNotices notices,
            Atomically atomically,
            Clock clock) {
        this.requests = requests;
        this.quotations = quotations;
        this.ended = ended;
        this.stages = stages;
        this.progress = progress;
        this.closing = closing;
        this.callingOff = callingOff;
        this.forgetting = forgetting;
        this.notices = notices;
        this.atomically = atomically;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean callsGateways() {
        return true;
    }

    @Override
    public void run() {
        ended.due(clock.instant(), BATCH).forEach(this::expire);
        tellDue();
        callingOff.run();
        forgetting.forget();
    }

    private void expire(RequestId id) {
        try {
            atomically.run(() -> expire(progress.lock(id)));
        } catch (RuntimeException e) {
            LOG.error("the offer of request {} has run out and cannot be closed", id.value(), e);
            ended.tryAgain(id, clock.instant().plus(LATER));
        }
    }

    /** Once more under the lock: it may have been accepted, or written anew. */
    private Outcome<RequestId> expire(Progress.Standing standing) {
        var now = clock.instant();
        var request = standing.request();
        var isOver = standing.live()
                .filter(live -> live.state() == QuotationState.OPEN
                        && !live.validUntil().isAfter(now))
                .isPresent();
        if (isOver && request.state() == RequestState.OFFERED) {
            standing.live().ifPresent(closing::end);
            requests.become(request, RequestState.EXPIRED, null, now);
        }
        return Outcome.done(request.id());
    }

    private void tellDue() {
        atomically.run(() -> {
            var untold = stages.tell(clock.instant(), BATCH);
            untold.forEach(this::tell);
            return Outcome.done(untold.size());
        });
    }

    private void tell(Stages.Untold untold) {
        var quotation = quotations.get(untold.quotation());
        var request = requests.get(quotation.request());
        if (request.state() == RequestState.ACCEPTED) {
            quotation.stage(untold.number()).ifPresent(stage -> notices.due(request, stage));
        }
    }
}
