package org.townloop.supply.booking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Work that somebody does somewhere, or on a ride, without the way there.
 *
 * @param work buffers included
 * @param leg where they are when it begins, and when it ends
 * @param claim what takes their time for it, with the way
 * @param stored how that stands in the table; null if it is still to be written
 */
record Stop(TimeSpan work, Leg leg, Claimed claim, @Nullable Claimed stored) {

    /** @param base where the place is, for what is done there */
    static Stop of(Claimed claim, @Nullable Point base) {
        var work = new TimeSpan(
                claim.during().start().plus(claim.way()), claim.during().end());
        return new Stop(work, claim.leg(base), claim, claim);
    }

    /** The same work, after another way. */
    Stop after(Duration way) {
        return new Stop(work, leg, claim.after(way), stored);
    }

    boolean isRewayed() {
        return stored != null && !stored.equals(claim);
    }
}
