package org.townloop.supply.booking;

import java.time.Duration;
import java.util.Collection;
import org.townloop.base.kernel.Point;

/** How long it takes to get from one place to another, for people who work at other people's homes. */
public interface Travel {

    /**
     * What is known now; asks nobody, so that it can be asked within a transaction.
     *
     * @return whole minutes, rounded up; nothing from a point to itself
     */
    Duration between(Point from, Point to);

    /**
     * Finds out what {@link #between} will answer for each of these ways. It may ask another server and wait for it:
     * never within a transaction.
     *
     * @param points bounded by the settings; of more only the first are asked about
     */
    void learn(Collection<Point> points);
}
