package org.townloop.base.region;

import java.util.List;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;

/** Something a map of the region shows; a landmark is one point, the others are lines or outlines. */
public record Feature(int id, Kind kind, Words name, List<Point> points) {

    /** What it is. */
    public enum Kind {
        STREET,
        WATER,
        GREEN,
        LANDMARK
    }
}
