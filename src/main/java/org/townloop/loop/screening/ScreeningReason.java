package org.townloop.loop.screening;

import org.townloop.base.kernel.Reason;

/** Why a question cannot be answered as it was asked. */
public enum ScreeningReason implements Reason {
    REGION_UNKNOWN(Kind.INVALID),
    PLACE_UNREADABLE(Kind.INVALID),
    /** Facts: {@code max} characters. */
    TEXT_TOO_LONG(Kind.INVALID),
    /** Facts: {@code max} words. */
    TEXT_OF_TOO_MANY_WORDS(Kind.INVALID),
    TRADE_UNKNOWN(Kind.INVALID),
    NEAR_UNREADABLE(Kind.INVALID),
    /** Facts: {@code max} metres. */
    WITHIN_OUT_OF_RANGE(Kind.INVALID),
    WITHIN_NEEDS_NEAR(Kind.INVALID),
    SORT_UNKNOWN(Kind.INVALID),
    SORT_NEEDS_NEAR(Kind.INVALID),
    OPEN_UNREADABLE(Kind.INVALID),
    OPEN_PAST(Kind.INVALID),
    PRICE_BOUND_UNREADABLE(Kind.INVALID),
    PRICES_UNREADABLE(Kind.INVALID),
    PRICE_RANGE_EMPTY(Kind.INVALID),
    RATING_MIN_OUT_OF_RANGE(Kind.INVALID),
    /** Facts: {@code key}. */
    FILTER_UNKNOWN(Kind.INVALID),
    /** Facts: {@code choices}. */
    FILTER_VALUE_UNKNOWN(Kind.INVALID),
    FILTER_NEEDS_NUMBER(Kind.INVALID),
    /** Facts: {@code max} values in all conditions. */
    FILTERS_TOO_MANY(Kind.INVALID),
    /** Facts: {@code max}. */
    LIMIT_OUT_OF_RANGE(Kind.INVALID),
    CURSOR_INVALID(Kind.INVALID),
    INDEX_NOT_READY(Kind.BUSY);

    private final Kind kind;

    ScreeningReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
