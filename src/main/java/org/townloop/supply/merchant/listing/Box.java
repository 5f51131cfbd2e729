package org.townloop.supply.merchant.listing;

import java.util.Arrays;
import java.util.Optional;
import org.townloop.base.kernel.Point;

/** A rectangle of degrees around a region for which there are files of positions without addresses. */
enum Box {
    WASHINGTON("us-dc", 38.70, 39.25, -77.55, -76.70);

    private final String region;
    private final double south;
    private final double north;
    private final double west;
    private final double east;

    Box(String region, double south, double north, double west, double east) {
        this.region = region;
        this.south = south;
        this.north = north;
        this.west = west;
        this.east = east;
    }

    String region() {
        return region;
    }

    static Optional<Box> around(Point point) {
        return Arrays.stream(values()).filter(box -> box.holds(point)).findFirst();
    }

    private boolean holds(Point point) {
        return point.lat() >= south && point.lat() <= north && point.lon() >= west && point.lon() <= east;
    }
}
