package org.townloop.supply.merchant;

/** What became of a claim on a listing: OPEN may become one of the others, which are the end. */
public enum TakeOverState {
    /** An operator is to look at it; the listing is nobody's. */
    OPEN,
    /** The place is theirs. */
    GRANTED,
    REFUSED,
    /** They took it back themselves. */
    WITHDRAWN;

    public boolean canBecome(TakeOverState next) {
        return this == OPEN && next != OPEN;
    }
}
