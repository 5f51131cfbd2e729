package org.townloop.surface.desk;

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
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.MerchantRefunds;
import org.townloop.loop.checkout.Pockets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Giving money back because the merchant wants to: shown first, then done. */
@Controller
class RefundPage {

    private final Desks desks;
    private final MerchantRefunds refunds;
    private final RefundViews views;

    RefundPage(Desks desks, MerchantRefunds refunds, RefundViews views) {
        this.desks = desks;
        this.refunds = refunds;
        this.views = views;
    }

    @GetMapping("/desk/orders/{id}/refund")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return shown(page, actor, order(actor, id), Form.EMPTY, null, HttpStatus.OK);
    }

    /** Without {@code confirm} it is only shown what it would do. */
    @PostMapping("/desk/orders/{id}/refund")
    View giveBack(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var order = order(actor, id);
        var form = new RefundForm(order, typed);
        if (form.isConfirmed()) {
            return switch (refunds.giveBack(actor, order.id(), form.wish(), form.shown(), Typed.text(typed, "key"))) {
                case Outcome.Done<Pockets> _ -> View.seeOther(RefundViews.href(order));
                case Outcome.Refused<Pockets>(var why) -> refused(page, actor, order, typed, why);
            };
        }
        return switch (refunds.shown(order, form.wish())) {
            case Outcome.Done<MerchantRefunds.Shown>(var does) ->
                shown(page, actor, order, new Form(typed, null), does, HttpStatus.OK);
            case Outcome.Refused<MerchantRefunds.Shown>(var why) -> refused(page, actor, order, typed, why);
        };
    }

    private View refused(Page page, Actor actor, Order order, MultiValueMap<String, String> typed, Refusal why) {
        return shown(
                page,
                actor,
                refunds.order(actor, order.id()),
                new Form(typed, why),
                null,
                Problems.status(why.reason()));
    }

    private View shown(
            Page page, Actor actor, Order order, Form form, MerchantRefunds.@Nullable Shown does, HttpStatus status) {
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                order.place().value(),
                Desk.Tab.STATEMENT,
                desk -> View.of("desk/refund", views.of(desk, order, form, does), status));
    }

    private Order order(Actor actor, UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("order " + id);
        }
        return refunds.order(actor, new OrderId(id));
    }
}
