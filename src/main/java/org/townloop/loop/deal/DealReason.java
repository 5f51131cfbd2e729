package org.townloop.loop.deal;

import org.townloop.base.kernel.Reason;

/** Why a deal cannot be made, or nothing had of it. */
public enum DealReason implements Reason {
    /** Facts: {@code price}, that of the offer. */
    DEAL_PRICE_NOT_LOWER(Kind.INVALID),
    /** It closes before it opens, or has closed already. */
    DEAL_TIMES_INVALID(Kind.INVALID),
    /** Facts: {@code days}, the longest. */
    DEAL_TOO_LONG(Kind.INVALID),
    /** Facts: {@code max} pieces. */
    DEAL_STOCK_INVALID(Kind.INVALID),
    /** Facts: {@code max} pieces for one person. */
    DEAL_EACH_INVALID(Kind.INVALID),
    /** Facts: {@code min} and {@code max} pieces. */
    DEAL_LEAST_INVALID(Kind.INVALID),
    /** What is opened at once cannot wait until enough have bought it. */
    DEAL_LEAST_NOT_ONLINE(Kind.INVALID),
    /** It is neither had on a day nor a class, and neither goods nor online. */
    DEAL_NOT_FOR_THIS(Kind.INVALID),
    DEAL_OFFER_NOT_SOLD(Kind.CONFLICT),
    /** Another deal of the offer is open then. */
    DEAL_AT_THAT_TIME(Kind.CONFLICT),
    /** It has opened: it can only be closed early. */
    DEAL_HAS_OPENED(Kind.CONFLICT),
    /** It is over, or was taken back. */
    DEAL_IS_OVER(Kind.CONFLICT),
    /** Others stand in line: nothing is had but by who is called. */
    DEAL_HAS_A_LINE(Kind.CONFLICT),
    /** Facts: {@code granted}, how many pieces are kept. */
    DEAL_FEWER_KEPT(Kind.CONFLICT),
    /** What needs enough buyers is had after its close. Facts: {@code from}. */
    DEAL_DAYS_LATER(Kind.INVALID),
    /** Facts: {@code max} pieces for one person. */
    DEAL_UNITS_INVALID(Kind.INVALID);

    private final Kind kind;

    DealReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
