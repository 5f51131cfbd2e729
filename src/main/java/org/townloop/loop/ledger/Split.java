package org.townloop.loop.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

/**
 * An amount cut in four. Platform, partner and referrer get their basis points of it rounded down to a whole minor unit,
 * the merchant gets the rest, so that the parts add up exactly in every currency. Who is not there has no share.
 *
 * @param rounding in ten-thousandths of a minor unit: what the merchant has of the others by their being rounded down
 */
record Split(Money merchant, Money partner, Money platform, Money referrer, int rounding) {

    private static final int WHOLE = 10_000;

    static Split of(Money gross, Shares shares) {
        var platformRate = shares.platformBasisPoints();
        var partnerRate = rate(shares.partner(), shares.partnerBasisPoints());
        var referrerRate = rate(shares.referrer(), shares.referrerBasisPoints());
        var platform = gross.basisPoints(platformRate);
        var partner = gross.basisPoints(partnerRate);
        var referrer = gross.basisPoints(referrerRate);
        return new Split(
                gross.minus(platform).minus(partner).minus(referrer),
                partner,
                platform,
                referrer,
                cutOff(gross, platformRate) + cutOff(gross, partnerRate) + cutOff(gross, referrerRate));
    }

    private static int rate(@Nullable UUID whose, int basisPoints) {
        return whose == null ? 0 : basisPoints;
    }

    private static int cutOff(Money gross, int basisPoints) {
        return Math.floorMod(gross.minor(), WHOLE) * basisPoints % WHOLE;
    }
}
