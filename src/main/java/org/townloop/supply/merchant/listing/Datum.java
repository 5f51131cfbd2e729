package org.townloop.supply.merchant.listing;

import org.townloop.base.kernel.Point;

/** What the coordinates of a file mean. */
public enum Datum {
    /** The world's. */
    WGS84,
    /** The one that maps published in China must use; up to 700 m off. */
    GCJ02;

    Point toWgs84(Point point) {
        return switch (this) {
            case WGS84 -> point;
            case GCJ02 -> Gcj02.toWgs84(point);
        };
    }
}
