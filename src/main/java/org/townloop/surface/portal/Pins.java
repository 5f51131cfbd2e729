package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import org.townloop.surface.page.MapFrame;

/** Finds room for the pins: the first ones carry their price, one that would cover another becomes a dot. */
record Pins(MapFrame frame, List<TownMap.Pin> pins) {

    private static final int HEIGHT = 30;

    /** Where a pin went. */
    record Placed(TownMap.Pin pin, long x, long y, long width, boolean dot) {

        boolean covers(Placed other) {
            return Math.abs(x - other.x) < (width + other.width) / 2 + 2 && Math.abs(y - other.y) < HEIGHT;
        }
    }

    /** Dots first, so that prices are drawn over them. */
    List<Placed> placed() {
        var labels = new ArrayList<Placed>();
        var dots = new ArrayList<Placed>();
        for (var pin : pins) {
            if (frame.shows(pin.point())) {
                var placed = place(pin, labels);
                (placed.dot() ? dots : labels).add(placed);
            }
        }
        dots.addAll(labels);
        return dots;
    }

    private Placed place(TownMap.Pin pin, List<Placed> labels) {
        var width = 18 + 9L * pin.price().length();
        var x = Math.round(Math.clamp(frame.x(pin.point()), width / 2.0 + 2, frame.width() - width / 2.0 - 2));
        var y = Math.round(frame.y(pin.point()));
        var label = new Placed(pin, x, y, width, false);
        return pin.price().isEmpty() || labels.stream().anyMatch(label::covers)
                ? new Placed(pin, Math.round(frame.x(pin.point())), y, 12, true)
                : label;
    }
}
