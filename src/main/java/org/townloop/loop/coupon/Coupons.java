package org.townloop.loop.coupon;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;

/** The coupons, as whoever buys something finds them. */
@Component
public class Coupons {

    /** As many are shown to choose from. */
    private static final int SHOWN = 5;

    private final CouponRows rows;
    private final Clock clock;

    Coupons(CouponRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What somebody means who buys something at the place.
     *
     * @param typed a code, in whatever case; or the id of one that is open to all
     */
    public Optional<Coupon> named(PlaceId place, String typed) {
        var name = typed.strip();
        return id(name).map(id -> rows.find(id).filter(coupon -> coupon.code() == null && isAt(coupon, place)))
                .orElseGet(() -> rows.typed(place, name.toUpperCase(Locale.ROOT)).stream()
                        .findFirst());
    }

    /** Those that are open to all at the place now, and not all taken. */
    public List<Coupon> open(PlaceId place) {
        return rows.open(place, clock.instant(), SHOWN);
    }

    public Optional<Coupon> find(CouponId id) {
        return rows.find(id);
    }

    private static boolean isAt(Coupon coupon, PlaceId place) {
        return coupon.isOfPlatform() ? coupon.id().region().equals(place.region()) : place.equals(coupon.place());
    }

    private static Optional<CouponId> id(String name) {
        try {
            var id = UUID.fromString(name);
            return name.length() == 36 && RegionId.isIn(id) ? Optional.of(new CouponId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
