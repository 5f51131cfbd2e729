package org.townloop.loop.stored;

import org.townloop.base.kernel.Reason;

/** Why something of stored value is refused. */
public enum StoredReason implements Reason {
    /** Nobody keeps the money of cards in that region: no gateway may hold it for years. */
    NOBODY_KEEPS_STORED_VALUE(Kind.CONFLICT),
    /** Facts: {@code max} months. */
    STORED_MONTHS_INVALID(Kind.INVALID),
    /** Only one of bank and agreement is named, or a name is too long. Facts: {@code max} characters. */
    DEPOSITARY_INVALID(Kind.INVALID),
    /** Somebody has claimed the gift, or it is not good any more. */
    GIFT_CLAIMED(Kind.CONFLICT),
    /** Something is left on cards of somebody who wants to be forgotten. Facts: {@code count}. */
    CARDS_NOT_EMPTY(Kind.CONFLICT),
    /** A region above has locked what it says of stored value. */
    STORED_TERMS_LOCKED(Kind.CONFLICT);

    private final Kind kind;

    StoredReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
