package org.townloop.loop.ledger;

import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;

/**
 * An amount cut in three. Platform and partner get their basis points of it rounded down to a whole minor unit, the
 * merchant gets the rest, so that the parts add up exactly in every currency.
 */
record Split(Money merchant, Money partner, Money platform) {

    static Split of(Money gross, Shares shares) {
        var platform = gross.basisPoints(shares.platformBasisPoints());
        var partner = shares.partner() == null
                ? Money.zero(gross.currency())
                : gross.basisPoints(shares.partnerBasisPoints());
        return new Split(gross.minus(platform).minus(partner), partner, platform);
    }
}
