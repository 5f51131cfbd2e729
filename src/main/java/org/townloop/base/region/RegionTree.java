package org.townloop.base.region;

import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/** All regions at one moment, with what they inherit. */
class RegionTree {

    private final Map<RegionId, Region> byId = new LinkedHashMap<>();
    private final Map<String, Region> byCode = new LinkedHashMap<>();

    /** @param rows a parent before its children */
    RegionTree(List<NewRegion> rows) {
        for (var row : rows) {
            var region = resolve(row, row.parent() == null ? null : byId.get(row.parent()));
            byId.put(region.id(), region);
            byCode.put(region.code(), region);
        }
    }

    List<Region> all() {
        return List.copyOf(byId.values());
    }

    Optional<Region> get(RegionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Region> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The region and all below it. */
    Set<RegionId> within(RegionId root) {
        var within = new LinkedHashSet<RegionId>();
        within.add(root);
        for (var region : byId.values()) {
            if (region.parent() != null && within.contains(region.parent())) {
                within.add(region.id());
            }
        }
        return within;
    }

    private static Region resolve(NewRegion row, @Nullable Region parent) {
        return new Region(
                row.id(),
                row.parent(),
                row.kind(),
                row.code(),
                row.name(),
                inherited(row.zone(), parent == null ? null : parent.zone(), ZoneId.of("UTC")),
                inherited(row.currency(), parent == null ? null : parent.currency(), Currency.getInstance("CNY")),
                row.languages().isEmpty() && parent != null ? parent.languages() : row.languages(),
                row.centre() == null && parent != null ? parent.centre() : row.centre(),
                inherited(row.seal(), null, firstCharacter(row.name())),
                inherited(row.shares(), parent == null ? null : parent.shares(), new Shares(0, 0, null)));
    }

    private static <T> T inherited(@Nullable T own, @Nullable T above, T otherwise) {
        return own != null ? own : above != null ? above : otherwise;
    }

    private static String firstCharacter(Words name) {
        var text = name.zh() != null && !name.zh().isEmpty() ? name.zh() : String.valueOf(name.en());
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
