package org.townloop.surface.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.StaffOrders;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Staff note that a guest has paid what was left of the price, in cash or at the place's own terminal. */
@Controller
class BalancePage {

    private static final Map<String, BalanceReceipt.Means> MEANS =
            Map.of("cash", BalanceReceipt.Means.CASH, "terminal", BalanceReceipt.Means.TERMINAL);

    private final StaffOrders staffOrders;
    private final Balances balances;
    private final Places places;
    private final People people;
    private final Regions regions;

    BalancePage(StaffOrders staffOrders, Balances balances, Places places, People people, Regions regions) {
        this.staffOrders = staffOrders;
        this.balances = balances;
        this.places = places;
        this.people = people;
        this.regions = regions;
    }

    /** @param day of the desk's page from which somebody comes; nothing from the counter */
    @GetMapping("/counter/orders/{id}/balance")
    View show(Page page, Actor staff, @PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        return View.of("counter/balance", view(page, staffOrders.get(staff, new OrderId(id)), day, null));
    }

    /**
     * @param amount what was shown as open, in minor units
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
        var seen = new Balances.Seen(minor(amount), minor(received));
        return known == null
                ? View.of("counter/balance", view(page, order, day, null), HttpStatus.UNPROCESSABLE_CONTENT)
                : answer(page, order, day, balances.note(staff, order.id(), known, seen));
    }

    /** @param receipt which one was shown as the last */
    @PostMapping("/counter/orders/{id}/balance/undo")
    View undo(
            Page page,
            Actor staff,
            @PathVariable UUID id,
            @RequestParam UUID receipt,
            @RequestParam(defaultValue = "") String day) {
        var order = staffOrders.get(staff, new OrderId(id));
        return answer(page, order, day, balances.undo(staff, order.id(), receipt));
    }

    /** What no form sends is no amount that anything has. */
    private static long minor(String sent) {
        return sent.matches("[0-9]{1,15}") ? Long.parseLong(sent) : -1;
    }

    private View answer(Page page, Order order, String day, Outcome<Balance> outcome) {
        return switch (outcome) {
            case Outcome.Done<Balance> _ ->
                View.seeOther("/counter/orders/" + order.id().value() + "/balance"
                        + Typed.day(day).map(known -> "?day=" + known).orElse(""));
            case Outcome.Refused<Balance>(var refusal) ->
                View.of("counter/balance", view(page, order, day, refusal), Problems.status(refusal.reason()));
        };
    }

    private BalanceView view(Page page, Order order, String day, @Nullable Refusal refusal) {
        var place = places.get(order.place());
        var times = page.times().in(regions.get(order.id().region()).zone());
        var balance = balances.of(order);
        var last = balance.last();
        return new BalanceView(
                page,
                refusal == null ? null : page.refusal(refusal),
                order.id().value(),
                page.say(place.name()),
                back(order, day),
                Typed.day(day).map(Object::toString).orElse(""),
                facts(page, times, order),
                page.money(order.price()),
                page.money(order.total()),
                balance.open().isPositive() ? page.money(balance.open()) : null,
                Balances.Seen.of(balance),
                balance.receipts().stream()
                        .map(each -> noted(page, times, each))
                        .toList(),
                last == null || !balances.mayBeUndone(last) ? null : last.id());
    }

    private static String back(Order order, String day) {
        var place = "?place=" + order.place().value();
        return Typed.day(day).map(known -> "/desk" + place + "&day=" + known).orElse("/counter" + place);
    }

    private List<String> facts(Page page, Times times, Order order) {
        var facts = new ArrayList<String>();
        named(order).ifPresent(facts::add);
        facts.add(page.say(order.title()));
        if (order.startsAt() != null) {
            facts.add(times.moment(order.startsAt()));
        }
        return facts;
    }

    private Optional<String> named(Order order) {
        return Optional.ofNullable(people.get(List.of(order.resident())).get(order.resident()))
                .map(person -> person.name());
    }

    private String noted(Page page, Times times, BalanceReceipt received) {
        var by = people.get(List.of(received.by())).get(received.by());
        return page.text(
                "counter.balance.noted",
                "what",
                Deposits.noted(page, times, received),
                "who",
                by == null ? "" : by.name());
    }
}
