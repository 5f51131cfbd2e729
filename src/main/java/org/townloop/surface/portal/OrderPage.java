package org.townloop.surface.portal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.OwnCards;
import org.townloop.loop.feedback.Review;
import org.townloop.loop.feedback.Reviews;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** An order: its voucher, calling it off, and saying how it was. */
@Controller
class OrderPage {

    private final Checkouts checkouts;
    private final Visits visits;
    private final Reviews reviews;
    private final OwnCards cards;
    private final OrderViews views;

    OrderPage(Checkouts checkouts, Visits visits, Reviews reviews, OwnCards cards, OrderViews views) {
        this.checkouts = checkouts;
        this.visits = visits;
        this.reviews = reviews;
        this.cards = cards;
        this.views = views;
    }

    @GetMapping("/orders/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        var order = checkouts.own(actor, new OrderId(id));
        var card = order.pays() == Pays.STORED ? cards.soldBy(order.id()) : Optional.<CardId>empty();
        return card.isPresent()
                ? View.seeOther("/my-loop/cards/" + card.get().value())
                : View.of("portal/order", views.of(page, order, OrderViews.Tried.NOTHING));
    }

    /** Back from the gateway's page: asks the gateway how it went. */
    @GetMapping("/orders/{id}/returned")
    View returned(Actor actor, @PathVariable UUID id) {
        return View.seeOther(OrderViews.href(checkouts.returned(actor, new OrderId(id))));
    }

    /** @param refund the refund that was shown, in minor units: what has changed meanwhile is shown again first */
    @PostMapping("/orders/{id}/cancellation")
    View cancel(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") String refund,
            @RequestParam(defaultValue = "") String key) {
        var order = checkouts.own(actor, new OrderId(id));
        var now = checkouts.cancelQuote(order);
        if (now.isPresent() && CancelView.isChanged(refund, now.get())) {
            var changed = page.text(
                    "portal.cancel.changed", "refund", page.money(now.get().refund()));
            return again(page, order, null, changed);
        }
        return switch (checkouts.cancel(actor, order.id(), key)) {
            case Outcome.Done<Order>(var cancelled) -> View.seeOther(OrderViews.href(cancelled));
            case Outcome.Refused<Order>(var refusal) ->
                again(page, checkouts.own(actor, order.id()), refusal, page.refusal(refusal));
        };
    }

    @PostMapping("/visits/{id}/review")
    View review(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") String rating,
            @RequestParam(defaultValue = "") String text) {
        var visit = visits.find(new VisitId(id)).orElseThrow(() -> new Absent("visit " + id));
        var stars = rating.matches("[1-5]") ? Integer.parseInt(rating) : 0;
        return switch (reviews.write(actor, id, stars, text)) {
            case Outcome.Done<Review> done ->
                View.seeOther("/orders/" + visit.order().value() + "#said");
            case Outcome.Refused<Review>(var refusal) -> {
                var tried = new OrderViews.Tried(page.refusal(refusal), new OrderView.Draft(id, stars, text));
                var order = checkouts.own(actor, visit.order());
                yield View.of("portal/order", views.of(page, order, tried), Problems.status(refusal.reason()));
            }
        };
    }

    private View again(Page page, Order order, @Nullable Refusal refusal, String sentence) {
        var view = views.of(page, order, new OrderViews.Tried(sentence, OrderView.Draft.EMPTY));
        return refusal == null
                ? View.of("portal/order", view)
                : View.of("portal/order", view, Problems.status(refusal.reason()));
    }
}
