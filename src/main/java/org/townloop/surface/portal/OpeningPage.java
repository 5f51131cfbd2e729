package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.OnlineOrders;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.surface.page.Download;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Opening what was bought online, and reading it afterwards. */
@Controller
class OpeningPage {

    private final Checkouts checkouts;
    private final OnlineOrders onlineOrders;
    private final OpeningViews views;

    OpeningPage(Checkouts checkouts, OnlineOrders onlineOrders, OpeningViews views) {
        this.checkouts = checkouts;
        this.onlineOrders = onlineOrders;
        this.views = views;
    }

    @GetMapping("/orders/{id}/opening")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        var order = checkouts.own(actor, new OrderId(id));
        var read = onlineOrders.read(actor, order.id());
        return read.isEmpty() && order.state() != OrderState.PAID
                ? View.seeOther(OrderViews.href(order))
                : View.of("portal/opening", views.of(page, order, read, null));
    }

    /** @param withdrawalEnds ticked by who knows that it cannot be called off any more once it is open */
    @PostMapping("/orders/{id}/opening")
    View open(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String withdrawalEnds,
            @RequestParam(defaultValue = "") String key) {
        return switch (onlineOrders.open(actor, new OrderId(id), withdrawalEnds != null, key)) {
            case Outcome.Done<Order>(var order) -> View.seeOther(OrderViews.href(order) + "/opening");
            case Outcome.Refused<Order>(var refusal) ->
                View.of(
                        "portal/opening",
                        views.of(page, checkouts.own(actor, new OrderId(id)), List.of(), page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    /** To be kept by whoever bought it, and by nothing in between. */
    @GetMapping("/orders/{id}/opening/{line}/file")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id, @PathVariable int line) {
        var file = onlineOrders.file(actor, new OrderId(id), line);
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }
}
