package org.townloop.loop.coupon;

import org.townloop.base.kernel.Reason;

/** Why a coupon cannot be made, or not be used. */
public enum CouponReason implements Reason {
    /** Facts: {@code min} and {@code max} letters and digits. */
    COUPON_CODE_INVALID(Kind.INVALID),
    /** Another of the same code is good there. */
    COUPON_CODE_TAKEN(Kind.CONFLICT),
    /** It takes neither an amount nor a percentage, or both. Facts: {@code max} per cent. */
    COUPON_OFF_INVALID(Kind.INVALID),
    /** Facts: {@code price} from which on it would be good. */
    COUPON_LEAST_INVALID(Kind.INVALID),
    /** It ends before it begins, or has ended already. Facts: {@code days}, the longest. */
    COUPON_TIMES_INVALID(Kind.INVALID),
    /** Facts: {@code max}. */
    COUPON_STOCK_INVALID(Kind.INVALID),
    /** Facts: {@code max} for one person. */
    COUPON_EACH_INVALID(Kind.INVALID),
    /** No place lies in the region itself: others lie below it. */
    COUPON_REGION_ABOVE(Kind.INVALID),
    /** Less than one of them may come to. */
    COUPON_BUDGET_INVALID(Kind.INVALID),
    /** One of them is no offer of the place that is sold. */
    COUPON_OFFERS_INVALID(Kind.INVALID),
    /** There is none of that name here. */
    COUPON_UNKNOWN(Kind.INVALID),
    /** It is good later, was good before, or was stopped. */
    COUPON_NOT_NOW(Kind.CONFLICT),
    /** All are taken, or what is left of the budget is less than it would take off. */
    COUPON_GONE(Kind.CONFLICT),
    /** Facts: {@code max} for one person. */
    COUPON_HAD(Kind.CONFLICT),
    /** It is not for what is ordered. */
    COUPON_NOT_FOR_THIS(Kind.INVALID),
    /** Facts: {@code least}, the price from which on it is good. */
    COUPON_LEAST(Kind.INVALID),
    /** Not beside a deal, a deposit, a quotation or the sale of a card. */
    COUPON_NOT_BESIDE(Kind.INVALID),
    /** The platform's goes on what is booked by itself. */
    COUPON_NOT_IN_BASKET(Kind.INVALID),
    /** Not where it is paid at the shop. */
    COUPON_NOT_AT_SHOP(Kind.INVALID),
    /** It takes off another amount than was shown. Facts: {@code off}. */
    COUPON_TAKES_ANOTHER(Kind.INVALID);

    private final Kind kind;

    CouponReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
