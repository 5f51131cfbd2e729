package org.townloop.loop.dispute;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.Pictures;

/** What the two may say and show. */
@Component
class Speaking {

    static final int LONGEST = 2_000;
    static final int MOST_PICTURES = 6;
    private static final int MOST = 40;

    private final Hearing hearing;
    private final Pictures pictures;
    private final Clock clock;

    Speaking(Hearing hearing, Pictures pictures, Clock clock) {
        this.hearing = hearing;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Why it cannot be said like that, if it cannot. */
    Optional<Refusal> refusal(PersonId who, String typed, List<PictureId> shown) {
        return words(typed, "words").or(() -> pictures(who, shown));
    }

    static Optional<Refusal> words(String typed, String field) {
        var words = Written.plain(typed);
        return words == null || Written.isLonger(words, LONGEST)
                ? Optional.of(Refusal.of(DisputeReason.DISPUTE_WORDS_INVALID, field, Map.of("max", LONGEST)))
                : Optional.empty();
    }

    private Optional<Refusal> pictures(PersonId who, List<PictureId> shown) {
        if (shown.size() > MOST_PICTURES) {
            return Optional.of(
                    Refusal.of(DisputeReason.DISPUTE_PICTURES_TOO_MANY, "photos", Map.of("max", MOST_PICTURES)));
        }
        return pictures.areForParties(who, shown)
                ? Optional.empty()
                : Optional.of(Refusal.of(DisputeReason.DISPUTE_PICTURE_UNKNOWN, "photos"));
    }

    /**
     * In the caller's transaction, which has locked the dispute and asked for a refusal before. The same words said twice,
     * one after the other, are said once.
     *
     * @return the number of what was said
     */
    Outcome<Integer> say(DisputeId id, Side side, PersonId who, String typed, List<PictureId> shown) {
        var before = hearing.words(id);
        var number = before.isEmpty() ? 1 : before.getLast().number() + 1;
        if (number > MOST) {
            return Outcome.refused(Refusal.of(DisputeReason.DISPUTE_TALK_TOO_LONG, "words", Map.of("max", MOST)));
        }
        var words = Written.plain(typed);
        if (!before.isEmpty()
                && before.getLast().side() == side
                && before.getLast().pictures().equals(shown)
                && String.valueOf(before.getLast().words()).equals(words)) {
            return Outcome.done(before.getLast().number());
        }
        hearing.add(id, new Word(number, side, words, clock.instant(), shown), who);
        return Outcome.done(number);
    }
}
