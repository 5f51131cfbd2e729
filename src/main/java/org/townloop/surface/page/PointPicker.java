package org.townloop.surface.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;

/**
 * Choosing a point by a tap on a map that needs no script: the map is a button that is a picture, and a browser sends
 * with it where it was tapped.
 *
 * @param middle of the map
 * @param metresAcross how much of the world it shows
 * @param point what is chosen, or null
 * @param unreadable whether the latitude and longitude that were typed are none
 */
public record PointPicker(
        Point middle, double metresAcross, @Nullable Point point, boolean unreadable) {

    /** How wide and high the map is, in the pixels of the page. */
    public static final int SIDE = 320;

    private static final double WIDE_METRES = 3_200;
    private static final double NEAR_METRES = 500;
    private static final double FAR_METRES = 60_000;
    private static final Point NOWHERE = new Point(0, 0);

    /**
     * @param known where the place was before anything was tapped or typed
     * @param centre the middle of the town
     */
    public static PointPicker read(Map<String, List<String>> typed, @Nullable Point known, @Nullable Point centre) {
        var chosen = typed.containsKey("lat") ? point(typed, "lat", "lon") : known;
        var unreadable = chosen == null && !(text(typed, "lat") + text(typed, "lon")).isBlank();
        var middle = point(typed, "mapLat", "mapLon");
        if (middle == null) {
            middle = chosen != null ? chosen : centre != null ? centre : NOWHERE;
        }
        var across = number(text(typed, "mapAcross"));
        var wide = across == null ? (known == null ? WIDE_METRES : WIDE_METRES / 2) : across;
        return new PointPicker(middle, Math.clamp(wide, NEAR_METRES, FAR_METRES), chosen, unreadable).moved(typed);
    }

    /** What was typed of one of several points in a form: the fields whose names begin so, without that. */
    public static Map<String, List<String>> part(Map<String, List<String>> typed, String prefix) {
        var part = new LinkedHashMap<String, List<String>>();
        typed.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), values);
            }
        });
        return part;
    }

    /** Whether the form was sent by a tap on the map, and is only to be shown anew. */
    public static boolean wasTapped(Map<String, List<String>> typed) {
        return typed.containsKey("at.x") || typed.containsKey("zoom");
    }

    /** The map's address. */
    public String address() {
        return "/map/pick.svg?lat=" + middle.lat() + "&lon=" + middle.lon() + "&across=" + Math.round(metresAcross)
                + (point == null ? "" : "&pin=" + point.lat() + "," + point.lon());
    }

    /** For the hidden fields. */
    public String across() {
        return Long.toString(Math.round(metresAcross));
    }

    /** Six decimals are a tenth of a metre. */
    public static String degrees(double degrees) {
        return Double.toString(Math.round(degrees * 1e6) / 1e6);
    }

    private PointPicker moved(Map<String, List<String>> typed) {
        var x = number(text(typed, "at.x"));
        var y = number(text(typed, "at.y"));
        if (x != null && y != null) {
            var tapped = frame().at(x, y);
            return new PointPicker(tapped, Math.max(NEAR_METRES, metresAcross / 2), tapped, false);
        }
        return switch (text(typed, "zoom")) {
            case "in" -> new PointPicker(middle, Math.max(NEAR_METRES, metresAcross / 2), point, unreadable);
            case "out" -> new PointPicker(middle, Math.min(FAR_METRES, metresAcross * 2), point, unreadable);
            default -> this;
        };
    }

    private MapFrame frame() {
        return new MapFrame(middle, metresAcross, SIDE, SIDE);
    }

    private static @Nullable Point point(Map<String, List<String>> typed, String latitude, String longitude) {
        var lat = number(text(typed, latitude));
        var lon = number(text(typed, longitude));
        return lat == null || lon == null || Math.abs(lat) > 90 || Math.abs(lon) > 180 ? null : new Point(lat, lon);
    }

    private static String text(Map<String, List<String>> typed, String name) {
        var values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private static @Nullable Double number(String text) {
        try {
            var number = text.isEmpty() ? null : Double.valueOf(text);
            return number == null || number.isNaN() || number.isInfinite() ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
