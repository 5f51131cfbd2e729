package org.townloop.loop.payout;

/** How far a payout has come. */
public enum PayoutState {
    /** In a run, and the bank has not answered yet. */
    ON_ITS_WAY,
    PAID,
    /** The bank has not paid it; the payee has it in its balance again. */
    FAILED,
    /** The bank had paid it, and it came back from there: the payee has it in its balance again. */
    RETURNED;

    public boolean canBecome(PayoutState next) {
        return switch (this) {
            case ON_ITS_WAY -> next == PAID || next == FAILED;
            case PAID -> next == RETURNED;
            case FAILED, RETURNED -> false;
        };
    }
}
