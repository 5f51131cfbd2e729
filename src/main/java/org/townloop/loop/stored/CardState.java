package org.townloop.loop.stored;

/** Whether one can pay with a card. */
public enum CardState {
    /** As far as something is left on it. */
    ACTIVE,
    /** The bank has taken back what was paid for it: for good, unless that is decided otherwise. */
    STOPPED,
    /** Its buyer gave it back unused. */
    VOID,
    /** It ran out. What comes back of an order makes it good again for a while. */
    EXPIRED;

    public boolean canBecome(CardState next) {
        return switch (this) {
            case ACTIVE -> next == STOPPED || next == VOID || next == EXPIRED;
            case STOPPED -> next == ACTIVE;
            case VOID -> false;
            case EXPIRED -> next == ACTIVE;
        };
    }
}
