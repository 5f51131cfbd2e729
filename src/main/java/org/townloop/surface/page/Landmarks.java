package org.townloop.surface.page;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Feature;
import org.townloop.base.region.Regions;

/** What a point is said by without a map: the town's streets, and what everybody in it knows. */
@Component
public class Landmarks {

    /** One to choose. */
    public record Landmark(String value, String name, boolean street) {}

    private final Regions regions;

    Landmarks(Regions regions) {
        this.regions = regions;
    }

    /** Those of a town, in its order. */
    public List<Landmark> of(Page page, RegionId region) {
        return known(region).stream()
                .map(feature -> new Landmark(
                        Integer.toString(feature.id()),
                        page.say(feature.name()),
                        feature.kind() == Feature.Kind.STREET))
                .toList();
    }

    /** The middle of the one that was chosen; empty if none was. */
    public Optional<Point> point(RegionId region, String value) {
        return known(region).stream()
                .filter(feature -> Integer.toString(feature.id()).equals(value))
                .findFirst()
                .map(feature -> feature.points().get(feature.points().size() / 2));
    }

    private List<Feature> known(RegionId region) {
        return regions.features(region).stream()
                .filter(feature -> feature.kind() == Feature.Kind.LANDMARK || feature.kind() == Feature.Kind.STREET)
                .toList();
    }
}
