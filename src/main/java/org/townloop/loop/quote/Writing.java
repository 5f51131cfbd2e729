package org.townloop.loop.quote;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;

/** Short messages between the two. */
@Component
class Writing {

    private static final int LONGEST = 1_000;
    private static final int MOST = 200;

    private final Messages messages;
    private final QuoteNotices notices;
    private final Clock clock;

    Writing(Messages messages, QuoteNotices notices, Clock clock) {
        this.messages = messages;
        this.notices = notices;
        this.clock = clock;
    }

    /** In the caller's transaction, on a request that it has locked. */
    Outcome<QuoteRequest> write(QuoteRequest request, PersonId author, boolean byStaff, String typed) {
        if (!request.state().mayBeOffered() && request.state() != RequestState.ACCEPTED) {
            return Outcome.refused(QuoteReason.QUOTE_REQUEST_CLOSED);
        }
        var words = Written.plain(typed);
        if (words == null || Written.isLonger(words, LONGEST)) {
            return Outcome.refused(Refusal.of(QuoteReason.QUOTE_WORDS_INVALID, "message", Map.of("max", LONGEST)));
        }
        var before = messages.of(request.id());
        if (before.size() >= MOST) {
            return Outcome.refused(Refusal.of(QuoteReason.QUOTE_MESSAGES_TOO_MANY, "message", Map.of("max", MOST)));
        }
        if (isTwice(before, byStaff, words)) {
            return Outcome.done(request);
        }
        // some may be gone with whoever wrote them
        var number = before.isEmpty() ? 1 : before.getLast().number() + 1;
        messages.add(request.id(), new QuoteMessage(number, byStaff, words, clock.instant()), author);
        var what = Words.of("There is a new message.", "有新留言。");
        if (byStaff) {
            notices.tellResident(request, what, "message " + number);
        } else {
            notices.tellPlace(request, what, "message " + number);
        }
        return Outcome.done(request);
    }

    /** A form that is sent twice is one message. */
    private static boolean isTwice(List<QuoteMessage> before, boolean byStaff, String words) {
        return !before.isEmpty()
                && before.getLast().byStaff() == byStaff
                && before.getLast().words().equals(words);
    }
}
