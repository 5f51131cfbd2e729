package org.townloop.supply.booking;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Whether a session that needs people takes place. {@link #NEXT} is the whole lifecycle. */
public enum SessionState {
    /** Seats are sold, and given back whole if too few are. */
    UNDECIDED,
    /** It takes place, whoever cancels from now on. */
    CONFIRMED,
    /** Too few had booked when it was decided: all of them get everything back, and nobody can book any more. */
    CALLED_OFF;

    private static final Map<SessionState, Set<SessionState>> NEXT = Map.of(
            UNDECIDED, EnumSet.of(CONFIRMED, CALLED_OFF),
            CONFIRMED, EnumSet.noneOf(SessionState.class),
            CALLED_OFF, EnumSet.noneOf(SessionState.class));

    public boolean canBecome(SessionState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
