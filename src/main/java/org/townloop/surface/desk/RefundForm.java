package org.townloop.surface.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.GiveBackWish;
import org.townloop.loop.checkout.Pockets;
import org.townloop.loop.ordering.Order;
import org.townloop.surface.page.Typed;

/** What somebody typed to give money back. */
record RefundForm(Order order, MultiValueMap<String, String> typed) {

    static final String UNITS = "units";

    /** An amount that is said counts for all; one that cannot be read is none that can be given. */
    GiveBackWish wish() {
        var amount = Typed.text(typed, "amount");
        return new GiveBackWish(
                amount.isEmpty() ? units() : Map.of(),
                amount.isEmpty()
                        ? null
                        : Typed.minor(amount, order.total().exponent()).orElse(0L),
                Typed.text(typed, "reason"));
    }

    private Map<Integer, Integer> units() {
        var units = new LinkedHashMap<Integer, Integer>();
        order.lines()
                .forEach(line -> Typed.number(Typed.text(typed, UNITS + line.line()))
                        .filter(count -> count > 0)
                        .ifPresent(count -> units.put(line.line(), count)));
        return units;
    }

    boolean isConfirmed() {
        return typed.containsKey("confirm");
    }

    /** What was shown before it is confirmed. */
    Pockets shown() {
        return new Pockets(
                shown("earned"), shown("escrow"), Money.zero(order.total().currency()));
    }

    private Money shown(String name) {
        var minor = Typed.text(typed, name);
        return new Money(
                minor.matches("[0-9]{1,15}") ? Long.parseLong(minor) : -1,
                order.total().currency());
    }
}
