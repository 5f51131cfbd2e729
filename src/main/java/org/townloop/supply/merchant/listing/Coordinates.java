package org.townloop.supply.merchant.listing;

import org.townloop.base.kernel.Point;

/** Two numbers from a file that ought to be a position. */
sealed interface Coordinates {

    record At(Point point) implements Coordinates {}

    record None() implements Coordinates {}

    record Wrong(String what) implements Coordinates {}

    static Coordinates read(String lat, String lon) {
        if (lat.isEmpty() && lon.isEmpty()) {
            return new None();
        }
        try {
            return read(Double.parseDouble(lat), Double.parseDouble(lon));
        } catch (NumberFormatException e) {
            return new Wrong("lat “" + lat + "” and lon “" + lon + "” are not both numbers");
        }
    }

    private static Coordinates read(double lat, double lon) {
        if (lat == 0 && lon == 0) {
            return new Wrong("lat 0 and lon 0 are in the ocean: the position is missing");
        }
        if (isOnEarth(lat, lon)) {
            var point = new Point(lat, lon);
            return Box.around(point).isEmpty()
                            && isOnEarth(lon, lat)
                            && Box.around(new Point(lon, lat)).isPresent()
                    ? swapped(lat, lon)
                    : new At(point);
        }
        return isOnEarth(lon, lat)
                ? swapped(lat, lon)
                : new Wrong("lat " + lat + ", lon " + lon + " is nowhere on earth: lat is -90 to 90, lon -180 to 180");
    }

    private static Wrong swapped(double lat, double lon) {
        return new Wrong("lat " + lat + " and lon " + lon + " look swapped");
    }

    private static boolean isOnEarth(double lat, double lon) {
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    }
}
