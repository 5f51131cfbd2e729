package org.townloop.base.region;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/**
 * A region with what it inherits already filled in.
 *
 * @param languages BCP 47 tags, the usual one first
 * @param seal the one character on the town's seal
 */
public record Region(
        RegionId id,
        @Nullable RegionId parent,
        Kind kind,
        String code,
        Words name,
        ZoneId zone,
        Currency currency,
        List<String> languages,
        @Nullable Point centre,
        String seal,
        Shares shares) {

    /** How far down the tree it stands. */
    public enum Kind {
        COUNTRY,
        PROVINCE,
        PREFECTURE,
        COUNTY;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
