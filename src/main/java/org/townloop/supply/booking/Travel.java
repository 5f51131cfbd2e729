package org.townloop.supply.booking;

import java.time.Duration;
import java.util.Collection;
import org.townloop.base.kernel.Point;

/** How long it takes to get from one place to another, and how far it is, for people who work at other people's homes or take them along. */
public interface Travel {

    /**
     * What is known now; asks nobody, so that it can be asked within a transaction.
     *
     * @return whole minutes, rounded up; nothing from a point to itself
     */
    Duration between(Point from, Point to);

    /**
     * How long that way is, as it is known now; whole metres, nothing from a point to itself.
     */
    long metres(Point from, Point to);

    /**
     * Finds out what {@link #between} will answer for each of these ways. It may ask another server and wait for it:
     * never within a transaction.
     *
     * @param points bounded by the settings; of more only the first are asked about
     */
    void learn(Collection<Point> points);
}
