package org.townloop.surface.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.VisitBalances;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;

/** Gathers what is shown of what somebody pays at the place. */
@Component
class BalanceViews {

    private final Balances balances;
    private final VisitBalances visitBalances;
    private final Places places;
    private final People people;
    private final Regions regions;

    BalanceViews(Balances balances, VisitBalances visitBalances, Places places, People people, Regions regions) {
        this.balances = balances;
        this.places = places;
        this.people = people;
        this.regions = regions;
        this.visitBalances = visitBalances;
    }

    /** @param refusal why what was tried did not come about, or null */
    BalanceView of(Page page, Order order, String day, @Nullable Refusal refusal) {
        var times = page.times().in(regions.get(order.id().region()).zone());
        var balance = balances.of(order);
        var isHeld = isHeld(order);
        var last = balance.last();
        return new BalanceView(
                page,
                refusal == null ? null : page.refusal(refusal),
                order.id().value(),
                page.say(places.get(order.place()).name()),
                back(order, day),
                Typed.day(day).map(Object::toString).orElse(""),
                facts(page, times, order),
                figures(page, times, order, balance),
                why(page, order, balance),
                isHeld,
                !isHeld && balance.open().isPositive() ? page.money(balance.open()) : null,
                balance.back().isPositive() ? page.money(balance.back()) : null,
                how(page, order, balance),
                Balances.Seen.of(balance),
                balance.receipts().size(),
                last == null || !balances.mayBeUndone(last) ? null : last.id());
    }

    private static String how(Page page, Order order, Balance balance) {
        if (isHeld(order) || !balance.open().isPositive()) {
            return page.text("counter.balance.back.how");
        }
        return page.text(order.isNotedAtShop() ? "counter.balance.how-shop" : "counter.balance.how");
    }

    private static boolean isHeld(Order order) {
        return order.state() == OrderState.HELD;
    }

    private static String back(Order order, String day) {
        var place = "?place=" + order.place().value();
        return Typed.day(day).map(known -> "/desk" + place + "&day=" + known).orElse("/counter" + place);
    }

    private List<String> facts(Page page, Times times, Order order) {
        var facts = new ArrayList<String>();
        Optional.ofNullable(people.get(List.of(order.resident())).get(order.resident()))
                .ifPresent(person -> facts.add(person.name()));
        facts.add(page.say(order.title()));
        if (order.startsAt() != null) {
            facts.add(times.moment(order.startsAt()));
        }
        visitBalances.of(order).ifPresent(all -> facts.add(page.text("page.deposit.visit", "amount", page.money(all))));
        return facts;
    }

    /** They add up: what was paid online and noted is taken off what is due; if nothing is due, what was noted is left. */
    private List<BalanceView.Row> figures(Page page, Times times, Order order, Balance balance) {
        var isOff = isOff(order, balance);
        var rows = new ArrayList<>(isOff ? List.of() : due(page, order, balance));
        for (var receipt : balance.receipts()) {
            var amount = isOff ? page.money(receipt.amount()) : less(page, receipt.amount());
            rows.add(new BalanceView.Row(noted(page, times, receipt), amount, true));
        }
        if (balance.part() != null && balance.ahead().isPositive()) {
            rows.add(row(page, "counter.balance.ahead", page.money(balance.ahead())));
        }
        return rows;
    }

    private static List<BalanceView.Row> due(Page page, Order order, Balance balance) {
        var part = balance.part();
        if (order.isNotedAtShop()) {
            return List.of(
                    part == null
                            ? row(page, "counter.balance.price", page.money(order.price()))
                            : new BalanceView.Row(
                                    page.text("counter.balance.part", "units", part.units(), "of", part.of()),
                                    page.money(balance.due()),
                                    false));
        }
        if (part != null) {
            var label = page.text("counter.balance.part", "units", part.units(), "of", part.of());
            return List.of(
                    new BalanceView.Row(label, page.money(part.deposit().plus(balance.due())), false),
                    row(page, "counter.balance.part.online", less(page, part.deposit())));
        }
        return List.of(
                row(page, "counter.balance.price", page.money(order.price())),
                order.state() == OrderState.HELD
                        ? row(page, "counter.balance.deposit", page.money(order.total()))
                        : row(page, "counter.balance.online", less(page, order.total())));
    }

    private static BalanceView.Row row(Page page, String key, String amount) {
        return new BalanceView.Row(page.text(key), amount, false);
    }

    private static String less(Page page, Money amount) {
        return page.money(amount.times(-1));
    }

    /** Whether nothing is due of it, as it is over or is being called off. */
    private static boolean isOff(Order order, Balance balance) {
        return order.state().isOff()
                || (order.state() == OrderState.PAID
                        && order.atPlace().isPositive()
                        && balance.part() == null
                        && balance.due().isZero());
    }

    private static @Nullable String why(Page page, Order order, Balance balance) {
        if (order.state() == OrderState.HELD) {
            return page.text("counter.balance.held");
        }
        return isOff(order, balance)
                ? page.text(order.state().isOff() ? "counter.balance.off" : "counter.balance.leaving")
                : null;
    }

    private String noted(Page page, Times times, BalanceReceipt received) {
        var noted = received.by();
        if (noted == null) {
            return page.text("counter.balance.counted", "when", times.moment(received.at()));
        }
        var by = people.get(List.of(noted)).get(noted);
        var isBack = !received.amount().isPositive();
        return page.text(
                "counter.balance.noted",
                "what",
                page.text(
                        switch (received.means()) {
                            case CASH -> isBack ? "counter.balance.back.cash" : "counter.balance.cash";
                            case TERMINAL, COUNTED ->
                                isBack ? "counter.balance.back.terminal" : "counter.balance.terminal";
                        }),
                "when",
                times.moment(received.at()),
                "who",
                by == null ? "" : by.name());
    }
}
