package org.townloop.base.region;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a region itself says of shares, in hundredths of a percent; what is null is as above it.
 *
 * @param partnerId who earns the partner's share
 * @param locked whether the regions below have no others
 */
public record Rates(
        @Nullable Integer platform,
        @Nullable Integer partner,
        @Nullable Integer referrer,
        @Nullable UUID partnerId,
        boolean locked) {

    /** Everything is as above. */
    static final Rates INHERITED = new Rates(null, null, null, null, false);

    /** Where the region above has locked its rates, nothing of this counts but who the partner is. */
    Rates under(boolean lockedAbove) {
        return lockedAbove ? new Rates(null, null, null, partnerId, true) : this;
    }

    /** More than the whole cannot be shared: what is too much is cut, first of the referrer's. */
    Shares over(Shares above) {
        var platforms = Math.min(Shares.WHOLE, orAbove(platform, above.platformBasisPoints()));
        var partners = Math.min(Shares.WHOLE - platforms, orAbove(partner, above.partnerBasisPoints()));
        var referrers = Math.min(Shares.WHOLE - platforms - partners, orAbove(referrer, above.referrerBasisPoints()));
        return new Shares(platforms, partners, partnerId == null ? above.partner() : partnerId, referrers, null);
    }

    boolean isTooMuchOver(Shares above) {
        return orAbove(platform, above.platformBasisPoints())
                        + orAbove(partner, above.partnerBasisPoints())
                        + orAbove(referrer, above.referrerBasisPoints())
                > Shares.WHOLE;
    }

    /** Whether what it says without those above is more than the whole: no region could say so. */
    boolean isTooMuchItself() {
        return orAbove(platform, 0) + orAbove(partner, 0) + orAbove(referrer, 0) > Shares.WHOLE;
    }

    private static int orAbove(@Nullable Integer own, int above) {
        return own == null ? above : own;
    }
}
