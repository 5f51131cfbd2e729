package org.townloop.supply.offer;

import org.townloop.base.kernel.Reason;

/** Why a card cannot be put on sale so. */
public enum CardReason implements Reason {
    /** Nothing says what it may be worth. */
    CARD_AMOUNTS_MISSING,
    /** Facts: {@code max} amounts to choose from. */
    CARD_AMOUNTS_TOO_MANY,
    /** Facts: {@code least} and {@code most} that a card is worth. */
    CARD_AMOUNT_OUT_OF_RANGE,
    /** Only one of the bounds is said, or the lower is above the upper. */
    CARD_BOUNDS_INVALID,
    /** Facts: {@code min} and {@code max} uses. */
    CARD_USES_INVALID,
    /** What it should be uses of is not sold here, or costs another amount every time. */
    CARD_OFFER_UNFIT,
    /** Facts: {@code max} cards of a place. */
    CARDS_TOO_MANY;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
