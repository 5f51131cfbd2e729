package org.townloop.loop.voucher;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What became of a scan of a device that was reported lost. {@link #NEXT} is the whole lifecycle. */
public enum QuarantineState {
    WAITING,
    /** Somebody at the desk knows that it was made by their own people: it was judged like any other. */
    COUNTED,
    DISCARDED;

    private static final Map<QuarantineState, Set<QuarantineState>> NEXT = Map.of(
            WAITING, EnumSet.of(COUNTED, DISCARDED),
            COUNTED, EnumSet.noneOf(QuarantineState.class),
            DISCARDED, EnumSet.noneOf(QuarantineState.class));

    public boolean canBecome(QuarantineState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
