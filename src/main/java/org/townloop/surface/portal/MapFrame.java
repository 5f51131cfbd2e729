package org.townloop.surface.portal;

import java.util.Collection;
import org.townloop.base.kernel.Point;

/**
 * The piece of the world that a map shows, and where a point of it lies on the drawing. A town is small enough to be
 * flat: degrees of longitude are shortened by the cosine of the middle's latitude.
 */
record MapFrame(Point middle, double metresAcross, int width, int height) {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double MARGIN = 1.25;
    private static final double LEAST_METRES = 900;
    private static final double MOST_METRES = 12_000;

    /** A frame around all the points, never closer than a walk and never wider than a drive. */
    static MapFrame around(Collection<Point> points, Point otherwise, int width, int height) {
        if (points.isEmpty()) {
            return new MapFrame(otherwise, 2 * LEAST_METRES, width, height);
        }
        var lat = points.stream().mapToDouble(Point::lat).summaryStatistics();
        var lon = points.stream().mapToDouble(Point::lon).summaryStatistics();
        var middle = new Point((lat.getMin() + lat.getMax()) / 2, (lon.getMin() + lon.getMax()) / 2);
        var tall = (lat.getMax() - lat.getMin()) * METRES_PER_DEGREE;
        var wide = (lon.getMax() - lon.getMin()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
        var across = Math.max(wide, tall * width / height) * MARGIN;
        return new MapFrame(middle, Math.clamp(across, LEAST_METRES, MOST_METRES), width, height);
    }

    double x(Point point) {
        var metres = (point.lon() - middle.lon()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
        return width / 2.0 + metres / metresPerUnit();
    }

    double y(Point point) {
        return height / 2.0 - (point.lat() - middle.lat()) * METRES_PER_DEGREE / metresPerUnit();
    }

    boolean shows(Point point) {
        var x = x(point);
        var y = y(point);
        return x > 8 && x < width - 8 && y > 8 && y < height - 8;
    }

    double metresPerUnit() {
        return metresAcross / width;
    }
}
