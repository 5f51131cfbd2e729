package org.townloop.surface.counter;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Staff note that a guest has paid what was left of the price, or was given back what was too much, in cash or by terminal. */
@Controller
class BalancePage {

    private static final Map<String, BalanceReceipt.Means> MEANS =
            Map.of("cash", BalanceReceipt.Means.CASH, "terminal", BalanceReceipt.Means.TERMINAL);

    private final StaffOrders staffOrders;
    private final Balances balances;
    private final BalanceViews views;

    BalancePage(StaffOrders staffOrders, Balances balances, BalanceViews views) {
        this.staffOrders = staffOrders;
        this.balances = balances;
        this.views = views;
    }

    /** @param day of the desk's page from which somebody comes; nothing from the counter */
    @GetMapping("/counter/orders/{id}/balance")
    View show(Page page, Actor staff, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        return View.of("counter/balance", views.of(page, staffOrders.get(staff, new OrderId(id)), day, null));
    }

    /**
     * @param amount what was shown as open, in minor units; below zero what was shown to be given back
     * @param received what was shown as received before
     */
    @PostMapping("/counter/orders/{id}/balance")
    View note(
            Page page,
            Actor staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String means,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "") String day) {
        var order = staffOrders.get(staff, new OrderId(id));
        var known = MEANS.get(means);
        return answer(
                page,
                order,
                day,
                known == null
                        ? Outcome.refused(Refusal.of(CheckoutReason.BALANCE_MEANS, "means"))
                        : noted(staff, order, known, new Balances.Seen(minor(amount), minor(received))));
    }

    /** Who presses twice has noted it; who says it otherwise, or comes second, learns that it is noted and by whom. */
    private Outcome<Balance> noted(Actor staff, Order order, BalanceReceipt.Means means, Balances.Seen seen) {
        return balances.note(staff, order.id(), means, seen).then(balance -> {
            var last = balance.last();
            if (last == null || !staff.person().equals(last.by())) {
                return Outcome.refused(CheckoutReason.BALANCE_NOTED_ALREADY);
            }
            return last.means() == means
                    ? Outcome.done(balance)
                    : Outcome.refused(CheckoutReason.BALANCE_NOTED_OTHERWISE);
        });
    }

    /** @param receipt which one was shown as the last */
    @PostMapping("/counter/orders/{id}/balance/undo")
    View undo(
            Page page,
            Actor staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String day) {
        var order = staffOrders.get(staff, new OrderId(id));
        return answer(
                page,
                order,
                day,
                Typed.id(receipt)
                        .map(last -> balances.undo(staff, order.id(), last))
                        .orElseGet(() -> Outcome.refused(CheckoutReason.BALANCE_NOTED_SINCE)));
    }

    /** What no form sends is no amount that anything has. */
    private static long minor(String sent) {
        return sent.matches("-?[0-9]{1,15}") ? Long.parseLong(sent) : Long.MIN_VALUE;
    }

    private View answer(Page page, Order order, String day, Outcome<Balance> outcome) {
        return switch (outcome) {
            case Outcome.Done<Balance> _ ->
                View.seeOther("/counter/orders/" + order.id().value() + "/balance"
                        + Typed.day(day).map(known -> "?day=" + known).orElse(""));
            case Outcome.Refused<Balance>(var refusal) ->
                View.of("counter/balance", views.of(page, order, day, refusal), Problems.status(refusal.reason()));
        };
    }
}
