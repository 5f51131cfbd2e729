package org.townloop.base.region;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/**
 * A region to be made; what is null or empty is inherited. A root must say zone, currency, languages and shares.
 */
public record NewRegion(
        RegionId id,
        @Nullable RegionId parent,
        Region.Kind kind,
        String code,
        Words name,
        @Nullable ZoneId zone,
        @Nullable Currency currency,
        List<String> languages,
        @Nullable Point centre,
        @Nullable String seal,
        @Nullable Shares shares) {

    /** A region that inherits everything. */
    public static NewRegion under(RegionId parent, RegionId id, Region.Kind kind, String code, Words name) {
        return new NewRegion(id, parent, kind, code, name, null, null, List.of(), null, null, null);
    }
}
