package org.townloop.base.notice;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What has come of sending a message by one channel. {@link #NEXT} is the whole lifecycle. */
public enum DeliveryState {
    QUEUED,
    /** A gateway took it. */
    SENT,
    /** Given up, with a reason. */
    FAILED,
    /** Not wanted any more before it was sent. */
    SUPPRESSED;

    private static final Map<DeliveryState, Set<DeliveryState>> NEXT = Map.of(
            QUEUED, EnumSet.of(SENT, FAILED, SUPPRESSED),
            SENT, EnumSet.noneOf(DeliveryState.class),
            FAILED, EnumSet.noneOf(DeliveryState.class),
            SUPPRESSED, EnumSet.noneOf(DeliveryState.class));

    public boolean canBecome(DeliveryState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
