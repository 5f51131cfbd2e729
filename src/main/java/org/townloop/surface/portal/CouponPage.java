package org.townloop.surface.portal;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.CouponOrders;
import org.townloop.loop.checkout.WantedCoupon;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Coupons are put on what is held, before it is paid, and taken off again. */
@Controller
class CouponPage {

    private final CouponOrders coupons;
    private final Checkouts checkouts;
    private final BasketCheckouts baskets;
    private final CheckoutViews checkoutViews;
    private final BookedViews bookedViews;
    private final PayingWithCards paying;

    CouponPage(
            CouponOrders coupons,
            Checkouts checkouts,
            BasketCheckouts baskets,
            CheckoutViews checkoutViews,
            BookedViews bookedViews,
            PayingWithCards paying) {
        this.coupons = coupons;
        this.checkouts = checkouts;
        this.baskets = baskets;
        this.checkoutViews = checkoutViews;
        this.bookedViews = bookedViews;
        this.paying = paying;
    }

    /** @param off what was shown that it takes off, in minor units; empty where nothing was */
    @PostMapping("/orders/{id}/coupon")
    View put(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String coupon,
            @RequestParam(defaultValue = "") String off,
            @RequestParam(defaultValue = "") String key) {
        return answered(page, actor, id, coupon, coupons.put(actor, new OrderId(id), wanted(coupon, off), key));
    }

    @PostMapping("/orders/{id}/coupon/removal")
    View takeOff(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
        return answered(page, actor, id, "", coupons.takeOff(actor, new OrderId(id), key));
    }

    private View answered(Page page, Actor actor, UUID id, String typed, Outcome<?> outcome) {
        var checkout = View.seeOther("/orders/" + id + "/checkout");
        var order = checkouts.own(actor, new OrderId(id));
        if (!(outcome instanceof Outcome.Refused<?>(var refusal)) || !checkoutViews.canBePaid(order)) {
            return checkout;
        }
        var href = "/orders/" + id + "/checkout";
        var cards = paying.choice(page, actor, order, order.due(), ChosenCards.NOT_SAID, href);
        return View.of(
                "portal/checkout",
                checkoutViews.of(page, order, cards, page.refusal(refusal), typed),
                Problems.status(refusal.reason()));
    }

    @PostMapping("/baskets/{id}/coupon")
    View putOnOne(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String coupon,
            @RequestParam(defaultValue = "") String off,
            @RequestParam(defaultValue = "") String key) {
        var basket = new BasketId(id);
        return coupons.put(actor, basket, wanted(coupon, off), key) instanceof Outcome.Refused<?>(var refusal)
                ? refused(page, actor, basket, coupon, refusal)
                : View.seeOther("/baskets/" + id);
    }

    private View refused(Page page, Actor actor, BasketId id, String typed, Refusal refusal) {
        var basket = baskets.own(actor, id);
        if (basket.held().isEmpty()) {
            return View.seeOther("/baskets/" + id.value());
        }
        var cards = paying.choice(
                page, actor, basket.orders().getFirst(), basket.due(), ChosenCards.NOT_SAID, "/baskets/" + id.value());
        return View.of(
                "portal/booked",
                bookedViews.of(page, basket, cards, page.refusal(refusal), typed),
                Problems.status(refusal.reason()));
    }

    private static WantedCoupon wanted(String coupon, String off) {
        return new WantedCoupon(coupon, off.matches("[0-9]{1,15}") ? Long.valueOf(off) : null);
    }
}
