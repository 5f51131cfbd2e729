package org.townloop.loop.stored;

/** What sort of stored value a card is. */
public enum CardKind {
    /** An amount for everything at its place, which may be given to somebody. */
    GIFT,
    /** Some uses of one offer. */
    PASS,
    /** An amount that somebody keeps at a place. */
    BALANCE
}
