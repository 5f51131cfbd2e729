package org.townloop.supply.merchant;

import org.townloop.base.kernel.Reason;

/** Why something about a merchant or a place cannot be written so. */
public enum MerchantReason implements Reason {
    NAME_MISSING(Kind.INVALID),
    /** Facts: {@code max} characters. */
    NAME_TOO_LONG(Kind.INVALID),
    ADDRESS_MISSING(Kind.INVALID),
    /** Facts: {@code max} characters. */
    ADDRESS_TOO_LONG(Kind.INVALID),
    PHONE_INVALID(Kind.INVALID),
    POINT_INVALID(Kind.INVALID),
    /** Facts: {@code kilometres} from the middle of the town. */
    POINT_TOO_FAR(Kind.INVALID),
    TRADE_NOT_BOOKABLE(Kind.INVALID),
    /** Facts: {@code max}, of one person. */
    TOO_MANY_MERCHANTS(Kind.CONFLICT),
    /** Facts: {@code day}, 1 to 7 from Monday. */
    TIME_INVALID(Kind.INVALID),
    /** Facts: {@code day}. */
    CLOSES_BEFORE_OPENS(Kind.INVALID),
    /** Facts: {@code day}. */
    HOURS_OVERLAP(Kind.INVALID),
    /** Facts: {@code day}, {@code max}. */
    TOO_MANY_SPANS(Kind.INVALID),
    /** Facts: {@code position} from 1, {@code part}. */
    HOURS_UNREADABLE(Kind.INVALID),
    /** Facts: {@code position}, {@code part}, {@code fix}: the same hours as they are written. */
    HOURS_MISSPELT(Kind.INVALID),
    /** Facts: {@code position}, {@code part}. */
    HOURS_QUOTE_OPEN(Kind.INVALID),
    /** Facts: {@code position}, {@code part}. */
    HOURS_NO_SUCH_TIME(Kind.INVALID),
    /** Facts: {@code position}, {@code part}. */
    HOURS_NO_SUCH_DAY(Kind.INVALID),
    /** Facts: {@code position}, {@code part}. */
    HOURS_SUN(Kind.INVALID),
    /** Facts: {@code position}, {@code part}. */
    HOURS_SCHOOL(Kind.INVALID),
    /** Facts: {@code position}, {@code part}. */
    HOURS_NO_END(Kind.INVALID),
    /** Facts: {@code position}, {@code part}. */
    HOURS_NOT_COUNTED(Kind.INVALID),
    /** Facts: {@code max} characters. */
    HOURS_TOO_LONG(Kind.INVALID),
    DAY_IS_PAST(Kind.INVALID),
    /** Facts: {@code max}. */
    TOO_MANY_EXCEPTIONS(Kind.INVALID),
    /** Facts: {@code max}. */
    TOO_MANY_STAFF(Kind.INVALID),
    /** Facts: {@code max}. */
    TOO_MANY_RESOURCES(Kind.INVALID),
    /** Facts: {@code max} letters. */
    THING_NAME_TOO_LONG(Kind.INVALID),
    /** Facts: {@code max} at one table. */
    TABLE_SEATS_INVALID(Kind.INVALID),
    /** Facts: {@code max} letters; a type of room has a name. */
    ROOM_NAME_INVALID(Kind.INVALID),
    /** Facts: {@code max} rooms of a type, at least 1. */
    ROOM_UNITS_INVALID(Kind.INVALID),
    /** Facts: {@code kinds} that the pack knows. */
    NO_SUCH_KIND(Kind.INVALID),
    /** Facts: {@code min} and {@code max} digits. */
    PIN_INVALID(Kind.INVALID),
    PIN_TOO_EASY(Kind.INVALID),
    /** Facts: {@code count} of bookings ahead, {@code first} of them. */
    STILL_BOOKED(Kind.CONFLICT),
    /** Somebody else has saved it since it was shown. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    EVIDENCE_UNKNOWN(Kind.INVALID),
    EVIDENCE_MISSING(Kind.INVALID),
    /** Facts: {@code max} characters. */
    EVIDENCE_TOO_LONG(Kind.INVALID),
    /** Somebody wants to be erased and is the only one who runs a merchant. */
    NOBODY_ELSE_RUNS_IT(Kind.CONFLICT),
    EVIDENCE_PICTURE_MISSING(Kind.INVALID),
    NOT_A_LISTING(Kind.CONFLICT),
    TAKE_OVER_OPEN(Kind.CONFLICT),
    /** Facts: {@code max}, of one person. */
    TOO_MANY_TAKE_OVERS(Kind.CONFLICT),
    REASON_MISSING(Kind.INVALID),
    /** Facts: {@code max} characters. */
    REASON_TOO_LONG(Kind.INVALID),
    ALREADY_DECIDED(Kind.CONFLICT),
    OWN_MERCHANT(Kind.CONFLICT),
    /** An operator refused the merchant: nothing is put on sale until that is mended. */
    MERCHANT_REFUSED(Kind.CONFLICT),
    /** Facts: {@code max} windows, {@code orders} in each, {@code hours} before which they close. */
    DELIVERY_WINDOWS_INVALID(Kind.INVALID),
    /** Two windows of a day begin at the same time. */
    DELIVERY_WINDOW_TWICE(Kind.INVALID),
    /** Facts: {@code max} rings, {@code nearest} and {@code farthest} in kilometres. */
    DELIVERY_RINGS_INVALID(Kind.INVALID),
    DELIVERY_AMOUNT_INVALID(Kind.INVALID),
    /** Nobody knows where the place is, and so nobody how far it is from there. */
    DELIVERY_WITHOUT_POINT(Kind.INVALID),
    /** There are windows, but it is neither brought nor fetched. */
    DELIVERY_NOWHERE(Kind.INVALID);

    private final Kind kind;

    MerchantReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
