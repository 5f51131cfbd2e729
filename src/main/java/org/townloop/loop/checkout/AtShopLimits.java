package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.ShopOrders;
import org.townloop.supply.offer.Offer;

/** Who may book without paying: within what the merchant allows, and not after staying away too often. */
@Component
class AtShopLimits {

    private static final String TURN = "at-shop";

    private final ShopOrders shopOrders;
    private final Turns turns;
    private final Clock clock;
    private final int mostMissed;
    private final int missedDays;

    AtShopLimits(
            ShopOrders shopOrders,
            Turns turns,
            Clock clock,
            @Value("${townloop.at-shop.no-shows}") int mostMissed,
            @Value("${townloop.at-shop.no-show-days}") int missedDays) {
        this.shopOrders = shopOrders;
        this.turns = turns;
        this.clock = clock;
        this.mostMissed = mostMissed;
        this.missedDays = missedDays;
    }

    /**
     * In the transaction that books it: the orders of one resident are counted one after the other.
     *
     * @param offer as it was sold
     */
    Optional<Refusal> refusal(Order order, Offer offer) {
        turns.take(TURN, order.resident().value());
        return whyNot(order, offer);
    }

    /** The same as far as it can be said beforehand. */
    Optional<Refusal> whyNot(Order order, Offer offer) {
        if (order.lines().stream().anyMatch(line -> line.deal() != null)) {
            return Optional.of(Refusal.of(CheckoutReason.AT_SHOP_NO_DEAL, "pays"));
        }
        if (order.hasCoupon()) {
            return Optional.of(Refusal.of(CouponReason.COUPON_NOT_AT_SHOP, "pays"));
        }
        var atShop = offer.atShop();
        if (atShop == null || order.terms().atShop() == null) {
            return Optional.of(Refusal.of(CheckoutReason.NOT_AT_SHOP, "pays"));
        }
        var most = atShop.most(order.price());
        if (!atShop.allows(order.price()) && most.isPresent()) {
            return Optional.of(Refusal.of(CheckoutReason.AT_SHOP_TOO_MUCH, "pays", Map.of("most", most.get())));
        }
        if (shopOrders.open(order.resident(), order.place()) >= atShop.mostOpen()) {
            return Optional.of(Refusal.of(CheckoutReason.AT_SHOP_TOO_MANY, "pays", Map.of("max", atShop.mostOpen())));
        }
        return missed(order);
    }

    private Optional<Refusal> missed(Order order) {
        if (mostMissed == 0) {
            return Optional.empty();
        }
        var missed = shopOrders.missed(order.resident(), clock.instant().minus(Duration.ofDays(missedDays)));
        return missed < mostMissed
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(CheckoutReason.AT_SHOP_MISSED, "pays", Map.of("count", missed, "days", missedDays)));
    }
}
