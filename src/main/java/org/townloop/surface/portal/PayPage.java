package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.GuestOrders;
import org.townloop.loop.checkout.GuestOrders.Linked;
import org.townloop.loop.checkout.GuestPayments;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.payment.Intent;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** The page behind a secret address: an order that staff took for somebody is paid here without signing in. */
@Controller
class PayPage {

    private final GuestOrders guests;
    private final GuestPayments payments;
    private final BegunPayments begun;
    private final PayViews views;
    private final Addresses addresses;

    PayPage(GuestOrders guests, GuestPayments payments, BegunPayments begun, PayViews views, Addresses addresses) {
        this.guests = guests;
        this.payments = payments;
        this.begun = begun;
        this.views = views;
        this.addresses = addresses;
    }

    @GetMapping("/pay/{secret}")
    View show(Page page, HttpServletRequest request, @PathVariable String secret) {
        return shown(page, request, secret, null, HttpStatus.OK);
    }

    @PostMapping("/pay/{secret}")
    View pay(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String gateway,
            @RequestParam(defaultValue = "") String key) {
        var order = behind(secret).order();
        var back = addresses.of("/pay/returned/" + order.id().value());
        return switch (payments.pay(order, begun.of(request, order.id()), gateway, back, key)) {
            case Outcome.Done<Intent>(var intent) -> {
                begun.remember(request, response, order.id(), intent, secret);
                var next = intent.redirectUrl();
                yield View.seeOther(next != null && intent.state().isOpen() ? next : "/pay/" + secret);
            }
            case Outcome.Refused<Intent>(var refusal) ->
                shown(page, request, secret, page.refusal(refusal), Problems.status(refusal.reason()));
        };
    }

    /**
     * Back from the gateway's page: asks the gateway how it went. Its address names the order only; the link is known by
     * the browser that left, or the order is somebody's who is signed in. To all others there is none.
     */
    @GetMapping("/pay/returned/{id}")
    View returned(Page page, HttpServletRequest request, @PathVariable UUID id) {
        var order = new OrderId(id);
        var secret = begun.secret(request, order);
        var linked = guests.behind(secret).filter(found -> found.order().id().equals(order));
        if (linked.isPresent()) {
            payments.returned(linked.get().order());
            return View.seeOther("/pay/" + secret);
        }
        return page.actor() != null && guests.isOf(page.actor(), order)
                ? View.seeOther("/orders/" + id + "/returned")
                : View.of("portal/returned", page, HttpStatus.NOT_FOUND);
    }

    /** @param refund the refund that was shown, in minor units: what has changed meanwhile is shown again first */
    @PostMapping("/pay/{secret}/cancellation")
    View cancel(
            Page page,
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(defaultValue = "0") String refund,
            @RequestParam(defaultValue = "") String key) {
        var linked = behind(secret);
        var begunHere = begun.of(request, linked.order().id());
        var now = payments.cancelQuote(linked, page.actor(), begunHere);
        if (now.isPresent() && CancelView.isChanged(refund, now.get())) {
            var changed = page.text(
                    "portal.cancel.changed", "refund", page.money(now.get().refund()));
            return shown(page, request, secret, changed, HttpStatus.OK);
        }
        return switch (payments.cancel(linked, page.actor(), begunHere, key)) {
            case Outcome.Done<Order> _ -> View.seeOther("/pay/" + secret);
            case Outcome.Refused<Order>(var refusal) ->
                shown(page, request, secret, page.refusal(refusal), Problems.status(refusal.reason()));
        };
    }

    /** It is mine: from now on it stands among the orders of whoever is signed in. */
    @PostMapping("/pay/{secret}/mine")
    View accept(Page page, @PathVariable String secret) {
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=/pay/" + secret);
        }
        return switch (guests.accept(actor, secret)) {
            case Outcome.Done<Order>(var order) ->
                View.seeOther("/orders/" + order.id().value());
            case Outcome.Refused<Order> _ -> View.seeOther("/pay/" + secret);
        };
    }

    /** It is not mine: nothing more is sent. */
    @PostMapping("/pay/{secret}/not-mine")
    View decline(Page page, HttpServletRequest request, @PathVariable String secret) {
        var begunHere = begun.of(request, behind(secret).order().id());
        return switch (payments.decline(secret, begunHere)) {
            case Outcome.Done<OrderId> _ -> View.seeOther("/pay/declined");
            case Outcome.Refused<OrderId>(var refusal) ->
                shown(page, request, secret, page.refusal(refusal), Problems.status(refusal.reason()));
        };
    }

    @GetMapping("/pay/declined")
    View declined(Page page) {
        return View.of("portal/declined", page);
    }

    private View shown(
            Page page, HttpServletRequest request, String secret, @Nullable String refusal, HttpStatus status) {
        var linked = behind(secret);
        var view =
                views.of(page, secret, linked, begun.of(request, linked.order().id()), refusal);
        return View.of("portal/pay", view, view.isOver() ? HttpStatus.GONE : status);
    }

    /** What opens nothing looks like any page that there is not. */
    private Linked behind(String secret) {
        return guests.behind(secret).orElseThrow(() -> new Absent("a pay link"));
    }
}
