package org.townloop.surface.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Point;
import org.townloop.base.region.Feature;
import org.townloop.base.region.Regions;

/** The map on which a merchant taps where they are. A picture of its own, so it brings its colours with it. */
@Controller
class PickMap {

    private static final int SIDE = PointPicker.SIDE;

    private final Regions regions;

    PickMap(Regions regions) {
        this.regions = regions;
    }

    @GetMapping("/map/pick.svg")
    ResponseEntity<String> map(
            Page page,
            @RequestParam double lat,
            @RequestParam double lon,
            @RequestParam double across,
            @RequestParam(required = false) @Nullable String pin) {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && across >= 1 && across <= 1_000_000)) {
            throw new Absent("a map of " + lat + "," + lon);
        }
        var frame = new MapFrame(new Point(lat, lon), across, SIDE, SIDE);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(drawn(page, frame, pin));
    }

    private String drawn(Page page, MapFrame frame, @Nullable String pin) {
        var features = regions.features(page.region().id());
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
                        .formatted(SIDE, SIDE, SIDE, SIDE));
        svg.append("<path fill=\"#f6f1e6\" d=\"M0 0h320v320H0z\"/>");
        draw(svg, frame, features, Feature.Kind.GREEN, "fill=\"#d7e3cb\"");
        draw(svg, frame, features, Feature.Kind.WATER, "fill=\"none\" stroke=\"#b5d0db\" stroke-width=\"7\"");
        draw(svg, frame, features, Feature.Kind.STREET, "fill=\"none\" stroke=\"#cfc5b2\" stroke-width=\"3\"");
        svg.append("<g fill=\"#3c4641\" font-family=\"sans-serif\" font-size=\"11\" text-anchor=\"middle\">");
        landmarks(svg, page, frame, features);
        svg.append("</g>");
        var point = pin == null ? null : pin(pin);
        if (point != null) {
            svg.append(
                    "<g transform=\"translate(%d %d)\"><path d=\"M0 0C-4-9-11-14-11-22a11 11 0 1 1 22 0c0 8-7 13-11 22Z\" fill=\"#a8321f\" stroke=\"#fffaf4\" stroke-width=\"2\"/><circle cy=\"-22\" r=\"4\" fill=\"#fffaf4\"/></g>"
                            .formatted(Math.round(frame.x(point)), Math.round(frame.y(point))));
        }
        return svg.append("</svg>").toString();
    }

    private static void draw(StringBuilder svg, MapFrame frame, List<Feature> features, Feature.Kind kind, String how) {
        for (var feature : features) {
            if (feature.kind() == kind && feature.points().size() > 1) {
                svg.append("<path ").append(how).append(" d=\"");
                var first = true;
                for (var point : feature.points()) {
                    svg.append(first ? "M" : "L")
                            .append(Math.round(frame.x(point)))
                            .append(' ')
                            .append(Math.round(frame.y(point)));
                    first = false;
                }
                svg.append("\"/>");
            }
        }
    }

    /** A name that would lie over another is left out. */
    private static void landmarks(StringBuilder svg, Page page, MapFrame frame, List<Feature> features) {
        var named = new ArrayList<long[]>();
        for (var feature : features) {
            var at = feature.points().getFirst();
            var x = Math.round(frame.x(at));
            var y = Math.round(frame.y(at));
            var free = named.stream().noneMatch(other -> Math.abs(other[0] - x) < 84 && Math.abs(other[1] - y) < 16);
            if (feature.kind() == Feature.Kind.LANDMARK && frame.shows(at) && free) {
                named.add(new long[] {x, y});
                var name = page.say(feature.name()).replace("&", "&amp;").replace("<", "&lt;");
                svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"3\"/><text x=\"%d\" y=\"%d\">%s</text>"
                        .formatted(x, y, x, y + 15, name));
            }
        }
    }

    private static @Nullable Point pin(String text) {
        var parts = text.split(",", 2);
        try {
            return parts.length == 2 ? new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
