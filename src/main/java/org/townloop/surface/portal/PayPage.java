package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Intent;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/**
 * The page behind a secret address: an order that staff took for somebody is paid here without signing in, and its
 * voucher shown.
 */
@Controller
class PayPage {

    private final StaffOrders staffOrders;
    private final Checkouts checkouts;
    private final CheckoutPages canPay;
    private final Places places;
    private final Offers offers;
    private final Regions regions;
    private final Gateways gateways;
    private final Tickets tickets;

    PayPage(
            StaffOrders staffOrders,
            Checkouts checkouts,
            CheckoutPages canPay,
            Places places,
            Offers offers,
            Regions regions,
            Gateways gateways,
            Tickets tickets) {
        this.staffOrders = staffOrders;
        this.checkouts = checkouts;
        this.canPay = canPay;
        this.places = places;
        this.offers = offers;
        this.regions = regions;
        this.gateways = gateways;
        this.tickets = tickets;
    }

    @GetMapping("/pay/{secret}")
    View show(Page page, @PathVariable String secret) {
        return View.of("portal/pay", view(page, secret, order(secret), null));
    }

    @PostMapping("/pay/{secret}")
    View pay(
            Page page,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String gateway,
            @RequestParam(defaultValue = "") String key) {
        var order = order(secret);
        var back = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/pay/" + secret + "/returned")
                .toUriString();
        return switch (checkouts.pay(staffOrders.payer(order), order.id(), gateway, back, key)) {
            case Outcome.Done<Intent>(var intent) -> {
                var next = intent.redirectUrl();
                yield View.seeOther(next != null && intent.state().isOpen() ? next : "/pay/" + secret);
            }
            case Outcome.Refused<Intent>(var refusal) ->
                View.of(
                        "portal/pay",
                        view(page, secret, order(secret), page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    /** Back from the gateway's page: asks the gateway how it went. */
    @GetMapping("/pay/{secret}/returned")
    View returned(@PathVariable String secret) {
        var order = order(secret);
        checkouts.returned(staffOrders.payer(order), order.id());
        return View.seeOther("/pay/" + secret);
    }

    /** What opens nothing looks like any page that there is not. */
    private Order order(String secret) {
        return staffOrders.opened(secret).orElseThrow(() -> new Absent("a pay link"));
    }

    private PayView view(Page page, String secret, Order order, @Nullable String refusal) {
        var place = places.get(order.place());
        var line = order.first();
        var offer = offers.get(line.offer(), line.offerVersion());
        var times = page.times().in(regions.get(order.id().region()).zone());
        var payable = canPay.canBePaid(order);
        return new PayView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                "/pay/" + secret,
                state(order, payable),
                page.say(line.title()),
                OrderPages.when(times, order),
                page.say(place.name()),
                page.say(place.address()),
                Courses.chosen(page, offer, line),
                page.money(order.total()),
                times.moment(order.holdExpiresAt()),
                Policies.of(page, order),
                payable ? gateways.names().stream().sorted().toList() : List.of(),
                tickets.of(page, times, order, offer));
    }

    private static String state(Order order, boolean payable) {
        if (payable) {
            return "open";
        }
        return switch (order.state()) {
            case PAID -> "paid";
            case FULFILLED, SETTLED, DISPUTED -> "had";
            case HELD, EXPIRED, CANCELLED, REFUNDED -> "closed";
        };
    }
}
