package org.townloop.supply.merchant.listing;

import org.townloop.base.kernel.Point;

/**
 * The shift between WGS 84 and GCJ-02, China's published datum, by the widely used approximation on the Krasovsky 1940
 * ellipsoid. Source: the "eviltransform" project (github.com/googollee/eviltransform, MIT), whose formula is the one
 * described at en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China. The shift has no closed inverse; it is
 * found by iteration, which converges because the shift changes by less than 1 % over its own length.
 */
final class Gcj02 {

    private static final double SEMI_MAJOR_METRES = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;

    /** A tenth of a millimetre. */
    private static final double CLOSE_ENOUGH_DEGREES = 1e-9;

    private Gcj02() {}

    static Point fromWgs84(Point wgs) {
        return isShifted(wgs)
                ? new Point(wgs.lat() + shift(wgs).lat(), wgs.lon() + shift(wgs).lon())
                : wgs;
    }

    static Point toWgs84(Point gcj) {
        if (!isShifted(gcj)) {
            return gcj;
        }
        var guess = gcj;
        for (int i = 0; i < 30; i++) {
            var shifted = fromWgs84(guess);
            var latOff = gcj.lat() - shifted.lat();
            var lonOff = gcj.lon() - shifted.lon();
            guess = new Point(guess.lat() + latOff, guess.lon() + lonOff);
            if (Math.max(Math.abs(latOff), Math.abs(lonOff)) < CLOSE_ENOUGH_DEGREES) {
                break;
            }
        }
        return guess;
    }

    /** Outside this rectangle around mainland China the two are the same. */
    private static boolean isShifted(Point point) {
        return point.lat() > 0.8293 && point.lat() < 55.8271 && point.lon() > 72.004 && point.lon() < 137.8347;
    }

    private static Point shift(Point point) {
        var x = point.lon() - 105.0;
        var y = point.lat() - 35.0;
        var phi = Math.toRadians(point.lat());
        var magic = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        var meridian = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        var parallel = SEMI_MAJOR_METRES / Math.sqrt(magic) * Math.cos(phi);
        return new Point(Math.toDegrees(northwards(x, y) / meridian), Math.toDegrees(eastwards(x, y) / parallel));
    }

    private static double northwards(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + wave(x, 20.0, 6, 20.0, 2)
                + wave(y, 20.0, 1, 40.0, 1.0 / 3)
                + wave(y, 160.0, 1.0 / 12, 320.0, 1.0 / 30);
    }

    private static double eastwards(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + wave(x, 20.0, 6, 20.0, 2)
                + wave(x, 20.0, 1, 40.0, 1.0 / 3)
                + wave(x, 150.0, 1.0 / 12, 300.0, 1.0 / 30);
    }

    private static double wave(double at, double high, double quick, double alsoHigh, double slow) {
        return (high * Math.sin(quick * at * Math.PI) + alsoHigh * Math.sin(slow * at * Math.PI)) * 2 / 3;
    }
}
