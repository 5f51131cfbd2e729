package org.townloop.surface.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.booking.Gathering;

/**
 * Whether a session takes place that needs people.
 *
 * @param fewest how many must have paid
 * @param booked how many have
 * @param decidedAt until when, and when it is decided
 * @param state UNDECIDED, CONFIRMED or CALLED_OFF
 */
record GatheringJson(int fewest, int booked, OffsetDateTime decidedAt, String state) {

    /** Null where nothing was promised: it takes place however few come. */
    static @Nullable GatheringJson of(Moments moments, RegionId region, @Nullable Gathering gathering) {
        return gathering == null || gathering.fewest() == 0
                ? null
                : new GatheringJson(
                        gathering.fewest(),
                        gathering.booked(),
                        moments.in(region, gathering.decideAt()),
                        gathering.state().name());
    }
}
