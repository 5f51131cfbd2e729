package org.townloop.loop.feedback;

import org.townloop.base.kernel.Reason;

/** Why a review or a reply was not taken. */
public enum FeedbackReason implements Reason {
    RATING_OUT_OF_RANGE(Kind.INVALID),
    /** Facts: {@code max} characters. */
    REVIEW_TOO_LONG(Kind.INVALID),
    /** Whoever runs the place says nothing of it to itself. */
    OWN_PLACE(Kind.CONFLICT),
    ALREADY_REVIEWED(Kind.CONFLICT),
    REPLY_MISSING(Kind.INVALID),
    /** Facts: {@code max} characters. */
    REPLY_TOO_LONG(Kind.INVALID),
    ALREADY_REPLIED(Kind.CONFLICT);

    private final Kind kind;

    FeedbackReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
