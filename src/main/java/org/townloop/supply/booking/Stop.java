package org.townloop.supply.booking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Work that somebody does somewhere, without the way there.
 *
 * @param work buffers included
 * @param at null for a place of which nobody knows where it is
 * @param claim what takes their time for it, with the way
 * @param stored how that stands in the table; null if it is still to be written
 */
record Stop(
        TimeSpan work,
        @Nullable Point at,
        Claimed claim,
        @Nullable Claimed stored) {

    /** @param base where the place is, for what is done there */
    static Stop of(Claimed claim, @Nullable Point base) {
        var work = new TimeSpan(
                claim.during().start().plus(claim.way()), claim.during().end());
        return new Stop(work, claim.at() == null ? base : claim.at(), claim, claim);
    }

    /** The same work, after another way. */
    Stop after(Duration way) {
        return new Stop(work, at, claim.after(way), stored);
    }

    boolean isRewayed() {
        return stored != null && !stored.equals(claim);
    }
}
