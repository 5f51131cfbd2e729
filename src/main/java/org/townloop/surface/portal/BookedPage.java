package org.townloop.surface.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Intent;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Orders that were held together: paid by one payment, and then each with its voucher. */
@Controller
class BookedPage {

    private final BasketCheckouts baskets;
    private final Checkouts checkouts;
    private final Entries entries;
    private final Regions regions;
    private final Gateways gateways;
    private final Addresses addresses;
    private final Clock clock;

    BookedPage(
            BasketCheckouts baskets,
            Checkouts checkouts,
            Entries entries,
            Regions regions,
            Gateways gateways,
            Addresses addresses,
            Clock clock) {
        this.baskets = baskets;
        this.checkouts = checkouts;
        this.entries = entries;
        this.regions = regions;
        this.gateways = gateways;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping("/baskets/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return View.of("portal/booked", view(page, baskets.own(actor, new BasketId(id)), null));
    }

    @PostMapping("/baskets/{id}/payment")
    View pay(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String gateway,
            @RequestParam(defaultValue = "") String key) {
        var here = "/baskets/" + id;
        return switch (baskets.pay(actor, new BasketId(id), gateway, addresses.of(here + "/returned"), key)) {
            case Outcome.Done<Intent>(var intent) -> {
                var pay = intent.redirectUrl();
                yield View.seeOther(pay != null && intent.state().isOpen() ? pay : here);
            }
            case Outcome.Refused<Intent>(var refusal) -> refused(page, actor, id, refusal);
        };
    }

    /** Back from the gateway's page: asks the gateway how it went. */
    @GetMapping("/baskets/{id}/returned")
    View returned(Actor actor, @PathVariable UUID id) {
        baskets.returned(actor, new BasketId(id));
        return View.seeOther("/baskets/" + id);
    }

    @PostMapping("/baskets/{id}/cancellation")
    View letGo(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String key) {
        return switch (baskets.letGo(actor, new BasketId(id), key)) {
            case Outcome.Done<Basket> _ -> View.seeOther("/baskets/" + id);
            case Outcome.Refused<Basket>(var refusal) -> refused(page, actor, id, refusal);
        };
    }

    private View refused(Page page, Actor actor, UUID id, Refusal refusal) {
        HttpStatus status = Problems.status(refusal.reason());
        return View.of("portal/booked", view(page, baskets.own(actor, new BasketId(id)), refusal), status);
    }

    private BookedView view(Page page, Basket basket, @Nullable Refusal refusal) {
        var times = page.times().in(regions.get(basket.id().region()).zone());
        var held = basket.held().stream()
                .filter(order -> order.holdExpiresAt().isAfter(clock.instant()))
                .toList();
        var until = held.isEmpty()
                ? null
                : new CheckoutView.Until(
                        times.time(basket.holdExpiresAt()),
                        times.machine(basket.holdExpiresAt()),
                        Duration.between(clock.instant(), basket.holdExpiresAt())
                                .toSeconds());
        return new BookedView(
                page,
                refusal == null ? null : page.refusal(refusal),
                UUID.randomUUID().toString(),
                "/baskets/" + basket.id().value(),
                entries.each(page, basket.orders()),
                until,
                held.stream().anyMatch(this::isBegun),
                page.money(basket.due()),
                page.money(basket.total()),
                basket.orders().stream()
                        .map(order -> policy(page, order))
                        .distinct()
                        .toList(),
                gateways.names().stream().sorted().toList());
    }

    private boolean isBegun(Order order) {
        return checkouts
                .payment(order)
                .filter(intent -> intent.state().isOpen())
                .isPresent();
    }

    private static CheckoutView.Row policy(Page page, Order order) {
        var said = Policies.of(page, order);
        return new CheckoutView.Row(page.say(order.first().title()), String.join(page.gap(), List.copyOf(said)));
    }
}
