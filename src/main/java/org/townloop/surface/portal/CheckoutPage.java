package org.townloop.surface.portal;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.AtShopOrders;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Paying for what is held. */
@Controller
class CheckoutPage {

    private final Checkouts checkouts;
    private final AtShopOrders atShopOrders;
    private final BasketCheckouts baskets;
    private final CheckoutViews views;
    private final PayingWithCards paying;
    private final Addresses addresses;

    CheckoutPage(
            Checkouts checkouts,
            AtShopOrders atShopOrders,
            BasketCheckouts baskets,
            CheckoutViews views,
            PayingWithCards paying,
            Addresses addresses) {
        this.atShopOrders = atShopOrders;
        this.checkouts = checkouts;
        this.baskets = baskets;
        this.views = views;
        this.paying = paying;
        this.addresses = addresses;
    }

    @GetMapping("/orders/{id}/checkout")
    View show(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var order = checkouts.own(actor, new OrderId(id));
        var together = baskets.around(order);
        if (together.isPresent()) {
            return View.seeOther("/baskets/" + together.get().id().value());
        }
        return views.canBePaid(order)
                ? View.of(
                        "portal/checkout",
                        views.of(page, order, choice(page, actor, order, ChosenCards.read(typed)), null))
                : View.seeOther("/orders/" + id);
    }

    /** Books it without paying: all of it is paid at the shop. */
    @PostMapping("/orders/{id}/at-shop")
    View atShop(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
        return switch (atShopOrders.choose(actor, new OrderId(id), key)) {
            case Outcome.Done<Order> _ -> View.seeOther("/orders/" + id);
            case Outcome.Refused<Order>(var refusal) ->
                refused(page, actor, new OrderId(id), ChosenCards.NOT_SAID, refusal);
        };
    }

    @PostMapping("/orders/{id}/payment")
    View pay(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String gateway,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String key) {
        var back = addresses.of("/orders/" + id + "/returned");
        var ordered = checkouts.own(actor, new OrderId(id));
        var cards = ChosenCards.read(typed);
        var paid = paying.pay(
                actor,
                ordered,
                cards,
                gateway,
                back,
                key,
                () -> checkouts.pay(actor, ordered.id(), gateway, back, key));
        return switch (paid) {
            case Outcome.Done<String>(var next) -> View.seeOther(next.isEmpty() ? "/orders/" + id : next);
            case Outcome.Refused<String>(var refusal) -> refused(page, actor, ordered.id(), cards, refusal);
        };
    }

    private View refused(Page page, Actor actor, OrderId id, ChosenCards cards, Refusal refusal) {
        var order = checkouts.own(actor, id);
        return views.canBePaid(order)
                ? View.of(
                        "portal/checkout",
                        views.of(page, order, choice(page, actor, order, cards), page.refusal(refusal)),
                        Problems.status(refusal.reason()))
                : View.seeOther("/orders/" + id.value());
    }

    private CardChoice choice(Page page, Actor actor, Order order, ChosenCards cards) {
        return paying.choice(
                page, actor, order, order.due(), cards, "/orders/" + order.id().value() + "/checkout");
    }
}
