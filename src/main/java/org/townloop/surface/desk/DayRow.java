package org.townloop.surface.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.visit.Appointment;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Times;

/**
 * A row of the day's list: the table behind the picture.
 *
 * @param atShop whether it is paid at the shop, and not through the town
 * @param balance what is left to be paid at the place, or was; null if nothing
 * @param balanceHref where that is noted
 * @param dishes what was chosen of a set menu
 * @param together which part of one visit it is; null if it is all of it
 * @param missedHref where it is said that nobody came; null as long as the place waits
 */
record DayRow(
        String anchor,
        String time,
        String machine,
        String who,
        String what,
        String with,
        String amount,
        boolean atShop,
        String state,
        String tone,
        boolean calledOff,
        @Nullable String balance,
        String balanceHref,
        List<String> dishes,
        @Nullable String together,
        @Nullable String missedHref) {

    static DayRow of(Desk desk, Appointment appointment, @Nullable Balance balance) {
        return of(desk, appointment, null, balance, null);
    }

    /** @param visit what is open of the whole visit; null if nothing besides this */
    static DayRow of(
            Desk desk,
            Appointment appointment,
            @Nullable String together,
            @Nullable Balance balance,
            @Nullable Money visit) {
        var page = desk.page();
        var times = desk.times();
        var line = appointment.line();
        var start = appointment.begins();
        var state = Standing.of(appointment, times);
        var title = page.say(line.title());
        return new DayRow(
                anchor(appointment),
                start == null ? "" : appointment.onDay() ? page.text("desk.any-time") : times.time(start),
                start == null ? "" : times.machine(start),
                appointment.resident(),
                line.quantity() == 1 ? title : page.text("desk.times", "what", title, "quantity", line.quantity()),
                appointment.with().stream().map(page::say).collect(Collectors.joining(page.text("desk.and"))),
                page.money(line.total()),
                appointment.order().pays() == Pays.SHOP && !appointment.order().isNotedAtShop(),
                words(desk, state, appointment),
                state.tone(),
                state == Standing.CALLED_OFF,
                balance == null
                        ? null
                        : Deposits.withVisit(
                                page,
                                Deposits.forStaff(
                                        page, appointment.order(), balance.open(), balance.back(), balance.received()),
                                visit),
                "/counter/orders/" + appointment.order().id().value() + "/balance",
                appointment.dishes().stream()
                        .map(dish -> page.text(
                                "page.dish",
                                "course",
                                page.say(dish.course().name()),
                                "count",
                                dish.count(),
                                "dish",
                                page.say(dish.dish().name())))
                        .toList(),
                together,
                missedHref(appointment, times));
    }

    /** Where it is said that nobody came: as soon as the place need not wait any longer. */
    private static @Nullable String missedHref(Appointment appointment, Times times) {
        var order = appointment.order();
        var missed = order.state() == OrderState.PAID
                && appointment.redeemed() == 0
                && appointment
                        .missedAt()
                        .filter(at -> !times.now().isBefore(at))
                        .isPresent();
        return missed ? "/desk/orders/" + order.id().value() + "/no-show" : null;
    }

    static String words(Desk desk, Standing state, Appointment appointment) {
        return desk.page()
                .text(
                        "desk.state." + state.code(),
                        "time",
                        appointment.redeemedAt().map(desk.times()::time).orElse(""),
                        "redeemed",
                        appointment.redeemed(),
                        "units",
                        appointment.units());
    }

    static String anchor(Appointment appointment) {
        return "o" + appointment.order().id().value() + "-" + appointment.line().line();
    }
}
