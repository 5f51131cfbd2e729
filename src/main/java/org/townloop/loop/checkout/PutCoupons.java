package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.coupon.Coupons;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.CouponPrices;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Offers;

/** Coupons are put on what is held, and taken off again, in the caller's transaction, which is rolled back if it is refused. */
@Component
class PutCoupons {

    private final Coupons coupons;
    private final CouponUses uses;
    private final CouponPrices prices;
    private final Offers offers;
    private final Baskets baskets;
    private final Clock clock;

    PutCoupons(Coupons coupons, CouponUses uses, CouponPrices prices, Offers offers, Baskets baskets, Clock clock) {
        this.coupons = coupons;
        this.uses = uses;
        this.prices = prices;
        this.offers = offers;
        this.baskets = baskets;
        this.clock = clock;
    }

    /** On an order that is locked. One that it has already is taken off first. */
    Outcome<Order> put(Order order, WantedCoupon wanted) {
        if (!BegunPayments.isDue(order)) {
            return Outcome.refused(BegunPayments.whyNothingIsDue(List.of(order)));
        }
        if (!StillFree.isInTime(order, clock.instant())) {
            return Outcome.refused(CheckoutReason.HOLD_EXPIRED);
        }
        var found = coupons.named(order.place(), wanted.name());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(CouponReason.COUPON_UNKNOWN, "coupon"));
        }
        if (found.get().isOfPlatform() && baskets.of(order.id()).isPresent()) {
            return Outcome.refused(Refusal.of(CouponReason.COUPON_NOT_IN_BASKET, "coupon"));
        }
        var plain = takeOff(order);
        return off(found.get(), plain).then(off -> put(plain, found.get(), off, wanted));
    }

    private Outcome<Order> put(Order order, Coupon coupon, Map<Integer, Money> off, WantedCoupon wanted) {
        var amount = sum(order, off);
        var shown = wanted.offMinor();
        if (shown != null && shown != amount.minor()) {
            return Outcome.refused(Refusal.of(CouponReason.COUPON_TAKES_ANOTHER, "couponOff", Map.of("off", amount)));
        }
        return uses.take(coupon, order.id().value(), order.resident(), amount, clock.instant())
                .map(taken -> coupon.isOfPlatform() ? prices.payFor(order, amount) : prices.letOff(order, off));
    }

    /** What it would take off each line now, or why it cannot be used. */
    Outcome<Map<Integer, Money>> off(Coupon coupon, Order order) {
        var quoted = order.lines().stream()
                .anyMatch(line -> offers.get(line.offer(), line.offerVersion()).byQuote() != null);
        return quoted
                ? Outcome.refused(Refusal.of(CouponReason.COUPON_NOT_BESIDE, "coupon"))
                : new CouponRules(coupon, order).off(clock.instant());
    }

    static Money sum(Order order, Map<Integer, Money> off) {
        return off.values().stream().reduce(Money.zero(order.total().currency()), Money::plus);
    }

    /** On an order that is held and locked; nothing happens to one that has none. */
    Order takeOff(Order order) {
        if (!order.hasCoupon()) {
            return order;
        }
        uses.takeOff(order.id().value());
        return prices.letOff(order, Map.of());
    }

    /** On the first of what was held together that it is good for; all of it is locked. */
    Outcome<OrderId> putOnOne(List<Order> together, WantedCoupon wanted) {
        var held = together.stream().filter(BegunPayments::isDue).toList();
        var refused = Outcome.<OrderId>refused(
                held.isEmpty()
                        ? Refusal.of(BegunPayments.whyNothingIsDue(together))
                        : Refusal.of(CouponReason.COUPON_UNKNOWN, "coupon"));
        for (var order : held) {
            var found = coupons.named(order.place(), wanted.name());
            if (found.isPresent()) {
                switch (off(found.get(), order)) {
                    case Outcome.Done<Map<Integer, Money>> _ -> {
                        return put(order, wanted).map(Order::id);
                    }
                    case Outcome.Refused<Map<Integer, Money>>(var refusal) -> refused = Outcome.refused(refusal);
                }
            }
        }
        return refused;
    }
}
