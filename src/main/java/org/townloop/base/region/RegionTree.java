package org.townloop.base.region;

import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
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

    private static final Shares NOBODY = new Shares(0, 0, null);

    private final Map<RegionId, Region> byId = new LinkedHashMap<>();
    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Set<RegionId> locked = new HashSet<>();
    private @Nullable Region tooHigh;

    /** @param rows a parent before its children */
    RegionTree(List<NewRegion> rows, Map<RegionId, Rates> rates) {
        for (var row : rows) {
            var parent = row.parent() == null ? null : byId.get(row.parent());
            var own = rates.getOrDefault(row.id(), Rates.INHERITED)
                    .under(row.parent() != null && locked.contains(row.parent()));
            var above = parent == null ? NOBODY : parent.shares();
            var region = resolve(row, parent, own.over(above));
            if (own.locked()) {
                locked.add(region.id());
            }
            tooHigh = tooHigh == null && own.isTooMuchOver(above) ? region : tooHigh;
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

    /** The first region where more than the whole would be shared; null if there is none. */
    @Nullable
    Region tooHigh() {
        return tooHigh;
    }

    private static Region resolve(NewRegion row, @Nullable Region parent, Shares shares) {
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
                shares);
    }

    private static <T> T inherited(@Nullable T own, @Nullable T above, T otherwise) {
        return own != null ? own : above != null ? above : otherwise;
    }

    private static String firstCharacter(Words name) {
        var text = name.zh() != null && !name.zh().isEmpty() ? name.zh() : String.valueOf(name.en());
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
