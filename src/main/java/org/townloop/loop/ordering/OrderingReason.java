package org.townloop.loop.ordering;

import org.townloop.base.kernel.Reason;

/** The only reason of this module. */
public enum OrderingReason implements Reason {
    /** Somebody wants to be erased and still has orders that are not over. */
    ORDERS_OPEN;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
