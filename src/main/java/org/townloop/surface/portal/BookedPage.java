package org.townloop.surface.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.BasketCancelling;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.BasketId;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Orders that were held together: paid by one payment, and then each with its voucher. */
@Controller
class BookedPage {

    private final BasketCheckouts baskets;
    private final BasketCancelling cancelling;
    private final BookedViews views;
    private final PayingWithCards paying;
    private final Addresses addresses;

    BookedPage(
            BasketCheckouts baskets,
            BasketCancelling cancelling,
            BookedViews views,
            PayingWithCards paying,
            Addresses addresses) {
        this.baskets = baskets;
        this.cancelling = cancelling;
        this.views = views;
        this.paying = paying;
        this.addresses = addresses;
    }

    @GetMapping("/baskets/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var basket = baskets.own(actor, new BasketId(id));
        return View.of(
                "portal/booked", views.of(page, basket, choice(page, actor, basket, ChosenCards.read(typed)), null));
    }

    @PostMapping("/baskets/{id}/payment")
    View pay(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String gateway,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String key) {
        var here = "/baskets/" + id;
        var back = addresses.of(here + "/returned");
        var basket = baskets.own(actor, new BasketId(id));
        var cards = ChosenCards.read(typed);
        var paid = paying.pay(
                actor,
                basket.orders().getFirst(),
                cards,
                gateway,
                back,
                key,
                () -> baskets.pay(actor, basket.id(), gateway, back, key));
        return switch (paid) {
            case Outcome.Done<String>(var next) -> View.seeOther(next.isEmpty() ? here : next);
            case Outcome.Refused<String>(var refusal) -> refused(page, actor, id, refusal, cards);
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
            case Outcome.Refused<Basket>(var refusal) -> refused(page, actor, id, refusal, ChosenCards.NOT_SAID);
        };
    }

    /** @param refund what was shown of all that is called off, in minor units */
    @PostMapping("/baskets/{id}/calling-off")
    View callOff(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") String refund,
            @RequestParam(defaultValue = "") String key) {
        var shown = refund.matches("[0-9]{1,15}") ? Long.parseLong(refund) : -1;
        return switch (cancelling.callOff(actor, new BasketId(id), shown, key)) {
            case Outcome.Done<Basket> _ -> View.seeOther("/baskets/" + id);
            case Outcome.Refused<Basket>(var refusal) -> refused(page, actor, id, refusal, ChosenCards.NOT_SAID);
        };
    }

    /** Nothing to choose once nothing waits to be paid. */
    private @Nullable CardChoice choice(Page page, Actor actor, Basket basket, ChosenCards cards) {
        return basket.held().isEmpty()
                ? null
                : paying.choice(
                        page,
                        actor,
                        basket.orders().getFirst(),
                        basket.due(),
                        cards,
                        "/baskets/" + basket.id().value());
    }

    private View refused(Page page, Actor actor, UUID id, Refusal refusal, ChosenCards cards) {
        HttpStatus status = Problems.status(refusal.reason());
        var basket = baskets.own(actor, new BasketId(id));
        return View.of(
                "portal/booked",
                views.of(page, basket, choice(page, actor, basket, cards), page.refusal(refusal)),
                status);
    }
}
