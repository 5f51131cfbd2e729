package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.loop.screening.Understood;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.surface.page.Page;

/** Understands where and when from the words in the search bar, and says both as screening wants them said. */
@Component
class WishReader {

    private static final Pattern ANYWHERE =
            Pattern.compile("(?i)any ?where|every ?where|(in |the )?(whole )?town|全城|全县|哪里都行|不限");
    private static final Pattern ANY_TIME = Pattern.compile("(?i)any ?time|whenever|随时|都行|不限");
    private static final Pattern COORDINATES = Pattern.compile("(-?\\d{1,3}\\.\\d+)\\s*,\\s*(-?\\d{1,3}\\.\\d+)");

    private final Regions regions;

    WishReader(Regions regions) {
        this.regions = regions;
    }

    Wish read(SearchAddress address, Page page) {
        var where = address.first("where");
        var when = address.first("when");
        var near = where(where, page.region());
        var open = when(when, page);
        var unclear = new ArrayList<String>();
        if (near.isEmpty() && says(where, ANYWHERE)) {
            unclear.add("where");
        }
        if (open.isEmpty() && says(when, ANY_TIME)) {
            unclear.add("when");
        }
        return new Wish(near.orElse(null), open.orElse(null), unclear);
    }

    /** The parameters of the question for screening: words replaced by a point and a span. */
    static Map<String, List<String>> parameters(SearchAddress address, Wish wish, Region region) {
        var parameters = new LinkedHashMap<>(address.parameters());
        parameters.keySet().removeAll(List.of("where", "when", "near", "open", "lang"));
        parameters.put("region", List.of(Integer.toString(region.id().number())));
        if (wish.near() != null) {
            parameters.put("near", List.of(wish.near().lat() + "," + wish.near().lon()));
        } else if (!Understood.mayNamePlace(address.first("q"))) {
            parameters.remove("within");
        }
        if (wish.open() != null) {
            parameters.put(
                    "open", List.of(wish.open().start() + "/" + wish.open().length()));
        }
        return parameters;
    }

    private Optional<Point> where(String text, Region region) {
        var coordinates = COORDINATES.matcher(text);
        if (!coordinates.matches()) {
            return text.isEmpty() ? Optional.empty() : regions.landmark(region.id(), text);
        }
        var lat = Double.parseDouble(coordinates.group(1));
        var lon = Double.parseDouble(coordinates.group(2));
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? Optional.of(new Point(lat, lon)) : Optional.empty();
    }

    private static Optional<TimeSpan> when(String text, Page page) {
        return text.isEmpty()
                ? Optional.empty()
                : WhenReader.read(text, page.times().now().atZone(page.region().zone()));
    }

    private static boolean says(String text, Pattern nothing) {
        return !text.isEmpty() && !nothing.matcher(text).matches();
    }
}
