package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.CouponOrders;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.CouponWords;
import org.townloop.surface.page.Page;

/** Gathers the coupons of what is held. */
@Component
class CouponBoxes {

    private final CouponOrders coupons;

    CouponBoxes(CouponOrders coupons) {
        this.coupons = coupons;
    }

    /** @param held all that is paid together */
    CouponBox of(Page page, List<Order> held, String href, String typed) {
        return new CouponBox(
                page,
                UUID.randomUUID().toString(),
                href,
                held.stream().flatMap(order -> on(page, order)).toList(),
                held.stream()
                        .flatMap(order -> coupons.choices(order).stream())
                        .map(choice -> new CouponBox.Choice(
                                choice.coupon().id().value().toString(),
                                CouponWords.of(page, choice.coupon()),
                                page.money(choice.off()),
                                choice.off().minor()))
                        .distinct()
                        .toList(),
                typed);
    }

    private Stream<CouponBox.On> on(Page page, Order order) {
        return coupons.of(order).stream()
                .map(coupon -> new CouponBox.On(
                        order.id().value().toString(),
                        CouponWords.name(page, coupon),
                        CouponWords.of(page, coupon),
                        page.money(order.couponOff())));
    }
}
