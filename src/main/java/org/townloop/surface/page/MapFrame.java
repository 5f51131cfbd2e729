package org.townloop.surface.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.townloop.base.kernel.Point;

/**
 * The piece of the world that a map shows, and where a point of it lies on the drawing. A town is small enough to be
 * flat: degrees of longitude are shortened by the cosine of the middle's latitude.
 */
public record MapFrame(Point middle, double metresAcross, int width, int height) {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double MARGIN = 1.25;
    private static final double LEAST_METRES = 900;
    private static final double MOST_METRES = 16_000;

    /**
     * A frame around the points, never closer than a walk and never wider than a drive: a point that lies far off, as
     * real data has them, stays outside.
     */
    public static MapFrame around(List<Point> all, Point otherwise, int width, int height) {
        if (all.isEmpty()) {
            return new MapFrame(otherwise, 2 * LEAST_METRES, width, height);
        }
        var heart = new Point(median(all, Point::lat), median(all, Point::lon));
        var points = all.stream()
                .filter(point -> point.metresTo(heart) <= MOST_METRES / 2)
                .toList();
        if (points.isEmpty()) {
            return new MapFrame(heart, MOST_METRES, width, height);
        }
        var lat = points.stream().mapToDouble(Point::lat).summaryStatistics();
        var lon = points.stream().mapToDouble(Point::lon).summaryStatistics();
        var middle = new Point((lat.getMin() + lat.getMax()) / 2, (lon.getMin() + lon.getMax()) / 2);
        var tall = (lat.getMax() - lat.getMin()) * METRES_PER_DEGREE;
        var wide = (lon.getMax() - lon.getMin()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
        var across = Math.max(wide, tall * width / height) * MARGIN;
        return new MapFrame(middle, Math.clamp(across, LEAST_METRES, MOST_METRES), width, height);
    }

    private static double median(List<Point> points, ToDoubleFunction<Point> coordinate) {
        var sorted = points.stream().mapToDouble(coordinate).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    public double x(Point point) {
        var metres = (point.lon() - middle.lon()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
        return width / 2.0 + metres / metresPerUnit();
    }

    public double y(Point point) {
        return height / 2.0 - (point.lat() - middle.lat()) * METRES_PER_DEGREE / metresPerUnit();
    }

    public boolean shows(Point point) {
        var x = x(point);
        var y = y(point);
        return x > 8 && x < width - 8 && y > 8 && y < height - 8;
    }

    public double metresPerUnit() {
        return metresAcross / width;
    }

    /** The point of the world that lies there on the drawing; a point beyond a pole lies on it. */
    public Point at(double x, double y) {
        var lat = middle.lat() + (height / 2.0 - y) * metresPerUnit() / METRES_PER_DEGREE;
        var shortened = METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
        var lon = middle.lon() + (x - width / 2.0) * metresPerUnit() / shortened;
        return new Point(Math.clamp(lat, -90, 90), Math.clamp(lon, -180, 180));
    }
}
