package org.townloop.surface.portal;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import org.townloop.loop.payment.Intent;
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
    private final Addresses addresses;

    BookedPage(BasketCheckouts baskets, BasketCancelling cancelling, BookedViews views, Addresses addresses) {
        this.baskets = baskets;
        this.cancelling = cancelling;
        this.views = views;
        this.addresses = addresses;
    }

    @GetMapping("/baskets/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return View.of("portal/booked", views.of(page, baskets.own(actor, new BasketId(id)), null));
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
            case Outcome.Refused<Basket>(var refusal) -> refused(page, actor, id, refusal);
        };
    }

    private View refused(Page page, Actor actor, UUID id, Refusal refusal) {
        HttpStatus status = Problems.status(refusal.reason());
        var basket = baskets.own(actor, new BasketId(id));
        return View.of("portal/booked", views.of(page, basket, page.refusal(refusal)), status);
    }
}
