package org.townloop.base.region;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;

/** The regions, kept in memory: there are some thousands of them and they change rarely. */
@Component
public class Regions {

    private final RegionRows rows;
    private final Map<RegionId, List<Feature>> features = new ConcurrentHashMap<>();
    private volatile @Nullable RegionTree tree;

    Regions(RegionRows rows) {
        this.rows = rows;
    }

    /** @throws Absent if there is no such region */
    public Region get(RegionId id) {
        return find(id).orElseThrow(() -> new Absent("region " + id.number()));
    }

    public Optional<Region> find(RegionId id) {
        var found = tree().get(id);
        return found.isPresent() ? found : reloaded().get(id);
    }

    public Optional<Region> byCode(String code) {
        var found = tree().byCode(code);
        return found.isPresent() ? found : reloaded().byCode(code);
    }

    /** A parent stands before its children. */
    public List<Region> all() {
        return tree().all();
    }

    /** The region itself and all below it. */
    public Set<RegionId> within(RegionId root) {
        return tree().within(root);
    }

    public List<Feature> features(RegionId region) {
        return features.computeIfAbsent(region, rows::features);
    }

    /** The spot that the text names, in either language, alone or within a phrase: "near the square", 广场附近. */
    public Optional<Point> landmark(RegionId region, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return features(region).stream()
                .filter(feature -> feature.kind() == Feature.Kind.LANDMARK)
                .filter(feature -> names(feature.name().en(), wanted)
                        || names(feature.name().zh(), wanted))
                .map(feature -> feature.points().getFirst())
                .findFirst();
    }

    public Region ensure(NewRegion region) {
        ensureAll(List.of(region));
        return get(region.id());
    }

    /** Makes those that are not there yet; a parent must come before its children. */
    public void ensureAll(List<NewRegion> regions) {
        rows.insert(regions);
        reload();
    }

    /** Reads the tables again. */
    public void reload() {
        features.clear();
        tree = null;
    }

    private static boolean names(@Nullable String name, String wanted) {
        if (name == null || name.isEmpty() || wanted.isEmpty()) {
            return false;
        }
        var bare = name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
        return wanted.contains(bare) || (wanted.length() > 1 && bare.contains(wanted));
    }

    private RegionTree tree() {
        var known = tree;
        return known != null ? known : reloaded();
    }

    private RegionTree reloaded() {
        var read = new RegionTree(rows.all(), rows.rates());
        tree = read;
        return read;
    }
}
