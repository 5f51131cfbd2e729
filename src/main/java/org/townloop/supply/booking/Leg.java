package org.townloop.supply.booking;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;

/**
 * Where somebody is when work begins, and where when it ends: of a ride two doors, of anything else one.
 *
 * @param from null for a place of which nobody knows where it is
 * @param to null if nobody knows
 */
public record Leg(@Nullable Point from, @Nullable Point to) {

    /** Work that is done in one place. */
    public static Leg at(@Nullable Point point) {
        return new Leg(point, point);
    }

    /** Of what is asked for there. */
    public static Leg of(Site site) {
        var to = site.to();
        return new Leg(site.point(), to == null ? site.point() : to.point());
    }
}
