package org.townloop.supply.booking;

import java.util.List;
import java.util.Optional;
import org.townloop.base.kernel.Point;

/** Who knows the streets. */
interface RouteServer {

    /** Nobody does. */
    RouteServer NONE = points -> Optional.empty();

    /**
     * The minutes from each point to each other, rounded up; -1 where there is no way.
     *
     * @return empty if there is no answer that can be used
     */
    Optional<long[][]> minutes(List<Point> points);
}
