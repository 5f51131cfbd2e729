package org.townloop.loop.reconciliation;

/** What has become of a difference. */
public enum DifferenceState {
    OPEN,
    /** Somebody knows why; it is not mended yet. */
    EXPLAINED,
    /** Nothing is left to do. */
    SETTLED;

    public boolean canBecome(DifferenceState next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case EXPLAINED -> next == SETTLED;
            case SETTLED -> false;
        };
    }
}
