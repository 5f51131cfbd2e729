package org.townloop.surface.office;

import java.util.Locale;

/** The geometry of the loop's picture: a square of {@value #SIZE} units, the stations a quarter of a turn apart. */
final class Ring {

    static final int SIZE = 520;
    static final int CENTRE = SIZE / 2;
    static final int RADIUS = 190;

    /** How far from the centre the words of a leak begin. */
    static final int WORDS = 262;

    private static final double STATION_DEGREES = 18;

    /** The bands begin and end under the stations. */
    private static final double COVERED_DEGREES = 11;

    private static final double WIDEST = 44;
    private static final double NARROWEST = 3;
    private static final int STEPS = 24;

    private Ring() {}

    /** In degrees, clockwise from the right; the first station stands at the top. */
    static double angleOf(int station) {
        return -90.0 + 90 * station;
    }

    /**
     * The outline of what flows from a station to the next one.
     *
     * @param from how wide it begins, as a share of the widest
     * @param to how wide it ends
     */
    static String band(int station, double from, double to) {
        var outer = new StringBuilder();
        var inner = new StringBuilder();
        for (int step = 0; step <= STEPS; step++) {
            var gone = (double) step / STEPS;
            var angle = angleOf(station) + COVERED_DEGREES + gone * (90 - 2 * COVERED_DEGREES);
            var half = (NARROWEST + (from + (to - from) * gone) * (WIDEST - NARROWEST)) / 2;
            outer.append(step == 0 ? "M" : "L").append(point(angle, RADIUS + half));
            inner.insert(0, "L" + point(angle, RADIUS - half));
        }
        return outer.append(inner).append("Z").toString();
    }

    /** The thin way from the last station back to the first. */
    static String wayBack() {
        var from = angleOf(3) + STATION_DEGREES;
        var to = angleOf(4) - STATION_DEGREES - 2;
        return "M" + point(from, RADIUS) + "A" + RADIUS + " " + RADIUS + " 0 0 1 " + point(to, RADIUS);
    }

    /** Its head. */
    static String arrow() {
        var tip = angleOf(4) - STATION_DEGREES - 1;
        return "M" + point(tip - 4, RADIUS + 8) + "L" + point(tip, RADIUS) + "L" + point(tip - 4, RADIUS - 8);
    }

    static String branch(double angle) {
        return "M" + point(angle, RADIUS + 6) + "L" + point(angle, WORDS - 16);
    }

    static double x(double angle, double distance) {
        return CENTRE + distance * Math.cos(Math.toRadians(angle));
    }

    static double y(double angle, double distance) {
        return CENTRE + distance * Math.sin(Math.toRadians(angle));
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String point(double angle, double distance) {
        return number(x(angle, distance)) + " " + number(y(angle, distance));
    }
}
