package org.townloop.loop.quote;

import org.townloop.base.kernel.Reason;

/** Why a request, a quotation or a stage is refused. */
public enum QuoteReason implements Reason {
    /** It has a price, or is none that is sold. */
    QUOTE_NOT_ASKED_FOR(Kind.INVALID),
    /** Facts: {@code max} characters. */
    QUOTE_WORDS_INVALID(Kind.INVALID),
    /** Facts: {@code max} characters. */
    QUOTE_TEXT_TOO_LONG(Kind.INVALID),
    /** Facts: {@code max} characters. */
    QUOTE_ADDRESS_INVALID(Kind.INVALID),
    /** Facts: {@code max}. */
    QUOTE_PHOTOS_TOO_MANY(Kind.INVALID),
    QUOTE_PHOTO_UNKNOWN(Kind.INVALID),
    /** Facts: {@code max}. */
    QUOTE_REQUESTS_TOO_MANY(Kind.CONFLICT),
    /** Facts: {@code max}. */
    QUOTE_MESSAGES_TOO_MANY(Kind.CONFLICT),
    QUOTE_REQUEST_CLOSED(Kind.CONFLICT),
    QUOTE_REASON_MISSING(Kind.INVALID),
    /** The offer says that nobody comes to look. */
    SURVEY_NOT_OFFERED(Kind.INVALID),
    /** Facts: {@code max} times. */
    SURVEY_TIMES_INVALID(Kind.INVALID),
    SURVEY_TIME_TAKEN(Kind.CONFLICT),
    /** Facts: {@code max} lines. */
    QUOTE_LINES_INVALID(Kind.INVALID),
    /** Facts: {@code line}. */
    QUOTE_LINE_INVALID(Kind.INVALID),
    /** Facts: {@code max} stages. */
    STAGES_INVALID(Kind.INVALID),
    /** Facts: {@code stage}. */
    STAGE_INVALID(Kind.INVALID),
    /** Facts: {@code total} of the lines, {@code stages} together. */
    STAGES_DO_NOT_ADD_UP(Kind.INVALID),
    /** Facts: {@code max} days. */
    VALIDITY_INVALID(Kind.INVALID),
    /** Facts: {@code days}. */
    WORK_INVALID(Kind.INVALID),
    WORK_PEOPLE_MISSING(Kind.INVALID),
    /** The first stage could not be held until it is had. Facts: {@code days} for which money may be held. */
    WORK_TOO_FAR(Kind.INVALID),
    /** Told to the place that writes: one of those who come is taken then. */
    WORK_PEOPLE_BUSY(Kind.CONFLICT),
    /** Told to the resident who accepts: those who come are not free then any more. */
    WORK_PEOPLE_TAKEN(Kind.CONFLICT),
    /** It ran out, a newer one is there, or it was closed. */
    QUOTATION_OVER(Kind.CONFLICT),
    QUOTATION_ACCEPTED(Kind.CONFLICT),
    STAGE_NOT_DUE(Kind.CONFLICT),
    STAGE_PAID(Kind.CONFLICT);

    private final Kind kind;

    QuoteReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
