package org.townloop.loop.coupon;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.OfferId;

/**
 * A coupon that is to be made.
 *
 * @param code null for open to all
 * @param amount what it takes off; null if it takes a percentage
 * @param percent of the price; null if it takes an amount
 * @param most that a percentage comes to; null for no limit
 * @param least the price from which on it is good
 * @param offers none for all
 * @param from null for now
 * @param budget of the platform; null if a merchant pays
 */
public record NewCoupon(
        @Nullable String code,
        @Nullable Money amount,
        @Nullable Integer percent,
        @Nullable Money most,
        Money least,
        Set<OfferId> offers,
        @Nullable Instant from,
        Instant until,
        int stock,
        int each,
        @Nullable Money budget) {}
