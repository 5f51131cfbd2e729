package org.townloop.loop.screening;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.townloop.base.region.Regions;

/** What a facet counts, and which conditions it leaves out, for the plain scan. */
final class ScannedFacet {

    private static final List<String> BANDS = List.of("0-4999", "5000-9999", "10000-19999", "20000-49999", "50000-");

    private ScannedFacet() {}

    /** Its own condition, and of an attribute of one trade also that on the attribute of any trade, or reversed. */
    static boolean leavesOut(String facet, String condition) {
        return condition.equals(facet)
                || (condition.startsWith("attr.")
                        && (condition.endsWith("." + facet.substring(facet.indexOf('.') + 1))
                                || facet.endsWith("." + condition.substring("attr.".length()))));
    }

    /** By which values it counts the row. */
    static Set<String> values(ScannedRow row, String facet, Regions regions) {
        return switch (facet) {
            case "district" -> Set.of(regions.get(row.place().region()).code());
            case "price" ->
                BANDS.stream()
                        .filter(band -> row.price() != null && within(band, row.price()))
                        .collect(Collectors.toSet());
            default -> row.values(facet);
        };
    }

    private static boolean within(String band, long price) {
        var bounds = band.split("-", -1);
        return price >= Long.parseLong(bounds[0]) && (bounds[1].isEmpty() || price <= Long.parseLong(bounds[1]));
    }
}
