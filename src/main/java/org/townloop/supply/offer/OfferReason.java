package org.townloop.supply.offer;

import org.townloop.base.kernel.Reason;

/** Why an offer cannot be written so. */
public enum OfferReason implements Reason {
    TITLE_MISSING,
    /** Facts: {@code max} characters. */
    TITLE_TOO_LONG,
    PRICE_NEGATIVE,
    /** Facts: {@code currency}, the region's. */
    PRICE_IN_OTHER_CURRENCY,
    /** Facts: {@code min} and {@code max} minutes. */
    DURATION_INVALID,
    /** Facts: {@code max} minutes. */
    BUFFER_INVALID,
    /** Facts: {@code kinds} that the pack knows. */
    RESOURCE_KIND_UNKNOWN,
    STAFF_MISSING,
    STAFF_NOT_HERE,
    PACK_NOT_OF_PLACE,
    PLACE_IS_LISTING;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
