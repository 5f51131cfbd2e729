package org.townloop.supply.booking;

import java.util.List;
import java.util.Optional;
import org.townloop.base.kernel.Point;

/** Who knows the streets. */
interface RouteServer {

    /** Nobody does. */
    RouteServer NONE = points -> Optional.empty();

    /**
     * The ways from each point to each other.
     *
     * @param minutes rounded up; -1 where there is no way
     * @param metres rounded up; -1 where nobody said
     */
    record Table(long[][] minutes, long[][] metres) {}

    /**
     * The ways between points.
     *
     * @return empty if there is no answer that can be used
     */
    Optional<Table> table(List<Point> points);
}
