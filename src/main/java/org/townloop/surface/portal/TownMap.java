package org.townloop.surface.portal;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Locale;
import org.townloop.base.kernel.Point;
import org.townloop.base.region.Feature;
import org.townloop.surface.page.MapFrame;

/**
 * A map drawn on the server: the town's streets, water and greens, and a pin for each place that leads to its card. It
 * needs no tiles and no script.
 *
 * @param label what the map shows, for those who do not see it
 * @param scale the words for the length of the scale bar
 */
record TownMap(MapFrame frame, List<Feature> features, List<Pin> pins, Locale locale, String label, Scale scale)
        implements Content {

    /** A place on the map: its price, or a dot where there is none. */
    record Pin(Point point, String name, String price, String href) {}

    /** A round distance and its words. */
    record Scale(int metres, String words) {}

    private static final int PIN_HEIGHT = 28;

    /** What half a name needs beside its dot. */
    private static final int NAME_ROOM = 44;

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<svg class=\"map\" viewBox=\"0 0 " + frame.width() + " " + frame.height()
                + "\" role=\"group\" aria-label=\"");
        output.writeContent(escaped(label));
        output.writeContent("\"><g class=\"land\">");
        draw(output, Feature.Kind.GREEN);
        draw(output, Feature.Kind.WATER);
        draw(output, Feature.Kind.STREET);
        output.writeContent("</g><g class=\"names\">");
        features.stream().filter(this::named).forEach(feature -> name(output, feature));
        output.writeContent("</g><g class=\"pins\">");
        new Pins(frame, pins).placed().forEach(placed -> pin(output, placed));
        output.writeContent("</g>");
        scaleBar(output);
        output.writeContent("</svg>");
    }

    private void draw(TemplateOutput output, Feature.Kind kind) {
        for (var feature : features) {
            if (feature.kind() == kind && feature.points().size() > 1) {
                output.writeContent("<path class=\"" + kind.name().toLowerCase(Locale.ROOT) + "\" d=\"");
                output.writeContent(path(feature.points()));
                output.writeContent(closed(feature.points()) ? "z\"/>" : "\"/>");
            }
        }
    }

    private String path(List<Point> points) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Math.round(frame.x(point)))
                    .append(' ')
                    .append(Math.round(frame.y(point)));
        }
        return path.toString();
    }

    private static boolean closed(List<Point> points) {
        return points.size() > 3 && points.getFirst().equals(points.getLast());
    }

    private boolean named(Feature feature) {
        var x = frame.x(feature.points().getFirst());
        return feature.kind() == Feature.Kind.LANDMARK
                && frame.shows(feature.points().getFirst())
                && x > NAME_ROOM
                && x < frame.width() - NAME_ROOM;
    }

    private void name(TemplateOutput output, Feature feature) {
        var x = Math.round(frame.x(feature.points().getFirst()));
        var y = Math.round(frame.y(feature.points().getFirst()));
        output.writeContent("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"3\"/><text x=\"" + x + "\" y=\"" + (y + 16)
                + "\">" + escaped(feature.name().in(locale)) + "</text>");
    }

    private static void pin(TemplateOutput output, Pins.Placed placed) {
        var pin = placed.pin();
        output.writeContent("<a href=\"" + escaped(pin.href()) + "\"><title>" + escaped(pin.name()) + "</title>");
        if (placed.dot()) {
            output.writeContent("<circle cx=\"" + placed.x() + "\" cy=\"" + placed.y() + "\" r=\"6\"/>");
        } else {
            output.writeContent("<rect x=\"" + (placed.x() - placed.width() / 2) + "\" y=\""
                    + (placed.y() - PIN_HEIGHT / 2) + "\" width=\"" + placed.width() + "\" height=\"" + PIN_HEIGHT
                    + "\" rx=\"6\"/><text x=\"" + placed.x() + "\" y=\"" + (placed.y() + 5) + "\">"
                    + escaped(pin.price()) + "</text>");
        }
        output.writeContent("</a>");
    }

    private void scaleBar(TemplateOutput output) {
        var length = Math.round(scale.metres() / frame.metresPerUnit());
        var y = frame.height() - 14;
        output.writeContent("<g class=\"scale\"><path d=\"M14 " + (y - 5) + "v5h" + length + "v-5\"/><text x=\""
                + (22 + length) + "\" y=\"" + y + "\">" + escaped(scale.words()) + "</text></g>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
