package org.townloop.loop.dispute;

import org.townloop.base.kernel.Reason;

/** Why a dispute, an answer or a decision is refused. */
public enum DisputeReason implements Reason {
    /** Nothing of it was had, and its time is not over. */
    DISPUTE_TOO_EARLY(Kind.CONFLICT),
    /** Facts: {@code days} after the visit or the end of the time. */
    DISPUTE_TOO_LATE(Kind.CONFLICT),
    DISPUTE_OPEN_ALREADY(Kind.CONFLICT),
    /** Facts: {@code max}. */
    DISPUTES_TOO_MANY(Kind.CONFLICT),
    /** What it is about, or what is asked for, is missing. */
    DISPUTE_CHOICE_MISSING(Kind.INVALID),
    /** Facts: {@code max} characters. */
    DISPUTE_WORDS_INVALID(Kind.INVALID),
    /** Facts: {@code max}. */
    DISPUTE_PICTURES_TOO_MANY(Kind.INVALID),
    DISPUTE_PICTURE_UNKNOWN(Kind.INVALID),
    /** Facts: {@code max}. */
    DISPUTE_TALK_TOO_LONG(Kind.CONFLICT),
    /** Facts: {@code most} that can go back. */
    DISPUTE_AMOUNT_INVALID(Kind.INVALID),
    /** It has gone on meanwhile. */
    DISPUTE_MOVED_ON(Kind.CONFLICT),
    /** It was offered something else meanwhile. */
    DISPUTE_OFFER_CHANGED(Kind.CONFLICT),
    /** Who decides has no part in it. */
    DECIDER_TAKES_PART(Kind.CONFLICT),
    /** The second opinion is another's. */
    DECIDED_BY_YOU(Kind.CONFLICT),
    /** The rest of what was paid is left for what may go back by the policy. Facts: {@code most}. */
    PLATFORM_ADDS_TOO_MUCH(Kind.INVALID),
    /** Facts: {@code most} that the first opinion took from the merchant. */
    MADE_GOOD_TOO_MUCH(Kind.INVALID),
    /** Facts: {@code max} days. */
    DISPUTE_DAYS_INVALID(Kind.INVALID);

    private final Kind kind;

    DisputeReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
