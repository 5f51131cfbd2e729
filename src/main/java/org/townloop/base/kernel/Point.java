package org.townloop.base.kernel;

/** A position in WGS 84 degrees. */
public record Point(double lat, double lon) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Point {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("no position on earth: " + lat + "," + lon);
        }
    }

    /** Great-circle distance by the haversine formula on the mean earth radius (IUGG). */
    public double metresTo(Point other) {
        var dLat = Math.toRadians(other.lat - lat);
        var dLon = Math.toRadians(other.lon - lon);
        var a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
