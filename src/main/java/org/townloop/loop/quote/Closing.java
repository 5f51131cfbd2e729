package org.townloop.loop.quote;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.loop.checkout.AgreedOrders;

/** One of the two does not want it any more. Whoever has accepted and paid before has the better right. */
@Component
class Closing {

    private static final int LONGEST_REASON = 500;

    private final Requests requests;
    private final Quotations quotations;
    private final AgreedOrders agreed;
    private final Surveys surveys;
    private final QuoteNotices notices;
    private final Clock clock;

    Closing(
            Requests requests,
            Quotations quotations,
            AgreedOrders agreed,
            Surveys surveys,
            QuoteNotices notices,
            Clock clock) {
        this.requests = requests;
        this.quotations = quotations;
        this.agreed = agreed;
        this.surveys = surveys;
        this.notices = notices;
        this.clock = clock;
    }

    /** In the caller's transaction, on a request that it has locked. */
    Outcome<QuoteRequest> close(Progress.Standing standing, RequestState as, String typed) {
        var request = standing.request();
        if (request.state() == as) {
            return Outcome.done(request);
        }
        if (request.state() == RequestState.ACCEPTED) {
            return Outcome.refused(QuoteReason.QUOTATION_ACCEPTED);
        }
        if (!request.state().isOpen()) {
            return Outcome.refused(QuoteReason.QUOTE_REQUEST_CLOSED);
        }
        var reason = Written.plain(typed);
        if (reason == null && as == RequestState.DECLINED) {
            return Outcome.refused(Refusal.of(QuoteReason.QUOTE_REASON_MISSING, "reason"));
        }
        if (reason != null && Written.isLonger(reason, LONGEST_REASON)) {
            return Outcome.refused(
                    Refusal.of(QuoteReason.QUOTE_TEXT_TOO_LONG, "reason", Map.of("max", LONGEST_REASON)));
        }
        if (standing.live().isPresent() && !end(standing.live().get())) {
            return Outcome.refused(QuoteReason.QUOTATION_ACCEPTED);
        }
        surveys.free(request);
        notices.forget(request);
        return Outcome.done(requests.become(request, as, reason, clock.instant()));
    }

    /** The offer cannot be accepted any more; false if it was paid a moment ago. */
    boolean end(Quotation live) {
        var order = live.first().order();
        if (live.state() == QuotationState.HELD && order != null && !agreed.letGo(order)) {
            return false;
        }
        quotations.become(live, QuotationState.CLOSED, clock.instant());
        return true;
    }
}
