package org.townloop.loop.coupon;

import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * A coupon.
 *
 * @param place whose merchant lets that much off; null if the platform pays it, wherever in the region it is used
 * @param code what is typed to have it; null if it is open to all
 * @param least from what price on it is good; zero for any
 * @param offers for what it is good; none for all
 * @param until the first moment at which it is good no more
 * @param stock how many there are in all
 * @param each how many one person may have
 * @param used how many are held or used
 * @param budget what the platform spends on it at most; null if a merchant pays
 * @param spent of the budget
 * @param stoppedAt when it was ended early
 */
public record Coupon(
        CouponId id,
        @Nullable PlaceId place,
        @Nullable String code,
        Off off,
        Money least,
        Set<OfferId> offers,
        Instant from,
        Instant until,
        int stock,
        int each,
        int used,
        @Nullable Money budget,
        Money spent,
        @Nullable Instant stoppedAt) {

    public boolean isOfPlatform() {
        return place == null;
    }

    public Currency currency() {
        return least.currency();
    }

    public boolean isFor(OfferId offer) {
        return offers.isEmpty() || offers.contains(offer);
    }

    /** Whether it can be used then, as long as there are some. */
    public boolean isGood(Instant now) {
        return stoppedAt == null && !now.isBefore(from) && now.isBefore(until);
    }

    /** Whether it may still be used at some time. */
    public boolean isAhead(Instant now) {
        return stoppedAt == null && now.isBefore(until);
    }

    public int left() {
        return stock - used;
    }
}
