package org.townloop.loop.coupon;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;

/** The coupons of a place in the hands of those who run it. */
@Component
public class CouponDesk {

    private static final int SHOWN = 100;

    private final OfferDesk desk;
    private final CouponRows coupons;
    private final Atomically atomically;
    private final Clock clock;

    CouponDesk(OfferDesk desk, CouponRows coupons, Atomically atomically, Clock clock) {
        this.desk = desk;
        this.coupons = coupons;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * The latest first.
     *
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public List<Coupon> at(Actor actor, PlaceId place) {
        desk.all(actor, place);
        return coupons.at(place, SHOWN);
    }

    /** For what of the place there can be coupons: what is sold, and costs something. */
    public List<Offer> offers(Actor actor, PlaceId place) {
        return desk.all(actor, place).stream()
                .filter(offer -> offer.active() && offer.price().isPositive())
                .toList();
    }

    /**
     * Makes a coupon that the merchant pays: it is good from then on.
     *
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public Outcome<Coupon> make(Actor actor, PlaceId place, NewCoupon wanted) {
        var here = desk.all(actor, place).stream().map(Offer::id).toList();
        return here.containsAll(wanted.offers()) && wanted.budget() == null
                ? written(place.region(), place, wanted)
                : Outcome.refused(Refusal.of(CouponReason.COUPON_OFFERS_INVALID, "offers"));
    }

    /** The same, wherever it is good. */
    Outcome<Coupon> written(RegionId region, @Nullable PlaceId place, NewCoupon wanted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var refusal = new CouponMaking(now).refusal(wanted);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var coupon = coupon(region, place, wanted, now);
        try {
            return atomically.run(() -> {
                coupons.insert(coupon, now);
                return Outcome.done(coupon);
            });
        } catch (DuplicateKeyException e) {
            return Outcome.refused(Refusal.of(CouponReason.COUPON_CODE_TAKEN, "code"));
        }
    }

    private static Coupon coupon(RegionId region, @Nullable PlaceId place, NewCoupon wanted, Instant now) {
        var from = wanted.from() == null || wanted.from().isBefore(now) ? now : wanted.from();
        var amount = wanted.amount();
        return new Coupon(
                new CouponId(Ids.next(region, now)),
                place,
                wanted.code() == null ? null : wanted.code().toUpperCase(Locale.ROOT),
                amount == null
                        ? new Off.Percent(Objects.requireNonNull(wanted.percent()), wanted.most())
                        : new Off.Amount(amount),
                wanted.least(),
                wanted.offers(),
                from.truncatedTo(ChronoUnit.MICROS),
                wanted.until().truncatedTo(ChronoUnit.MICROS),
                wanted.stock(),
                wanted.each(),
                0,
                wanted.budget(),
                Money.zero(wanted.least().currency()),
                null);
    }

    /**
     * From now on nobody gets one; whoever holds one keeps it.
     *
     * @return where it was good
     * @throws Absent if there is no such coupon of a place, or the actor does not run it
     */
    public PlaceId stop(Actor actor, CouponId id) {
        var place = Optional.of(id)
                .filter(known -> RegionId.isIn(known.value()))
                .flatMap(coupons::find)
                .map(Coupon::place)
                .orElseThrow(() -> new Absent("coupon " + id.value()));
        desk.all(actor, place);
        coupons.stop(id, clock.instant());
        return place;
    }
}
