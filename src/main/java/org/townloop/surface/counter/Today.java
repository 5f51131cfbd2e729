package org.townloop.surface.counter;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.VisitBalances;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.supply.merchant.Place;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Today's bookings of a place, as its counter sees them. */
@Component
class Today {

    /**
     * @param left how many are still expected
     * @param all how many were expected, without those that were called off
     */
    record Expected(String date, List<Row> rows, int left, int all) {}

    /**
     * A booking.
     *
     * @param machine its time for the {@code datetime} attribute
     * @param tone of the state: good, wait, bad or none
     * @param balance what is left to be paid at the place, or was; null if nothing
     * @param balanceHref where that is noted
     */
    record Row(
            String time,
            String machine,
            String who,
            String what,
            String state,
            String tone,
            boolean done,
            @Nullable String balance,
            String balanceHref) {}

    private final DayBook dayBook;
    private final Balances balances;
    private final VisitBalances visitBalances;
    private final Regions regions;

    Today(DayBook dayBook, Balances balances, VisitBalances visitBalances, Regions regions) {
        this.dayBook = dayBook;
        this.balances = balances;
        this.visitBalances = visitBalances;
        this.regions = regions;
    }

    Expected at(Page page, Place place) {
        var times = page.times().in(regions.get(place.region()).zone());
        var expected = dayBook.of(place.id(), times.today());
        var orders = expected.stream().map(Appointment::order).toList();
        var left = balances.of(orders);
        var visits = visitBalances.of(orders, left);
        var rows = expected.stream()
                .map(each -> row(
                        page,
                        times,
                        each,
                        left.get(each.order().id()),
                        visits.get(each.order().id())))
                .toList();
        return new Expected(
                times.longDate(times.today()),
                rows,
                (int) rows.stream().filter(row -> !row.done()).count(),
                (int) expected.stream().filter(each -> !each.isCalledOff()).count());
    }

    private static Row row(
            Page page, Times times, Appointment appointment, @Nullable Balance balance, @Nullable Money visit) {
        var start = Objects.requireNonNull(appointment.begins(), "the day book gives what begins");
        var state = Stage.of(appointment);
        return new Row(
                appointment.onDay() ? page.text("counter.any-time") : times.time(start),
                times.machine(start),
                appointment.resident(),
                what(page, appointment),
                state.words(page, times, appointment),
                state.tone,
                state == Stage.DONE || state == Stage.CALLED_OFF,
                balance == null
                        ? null
                        : Deposits.withVisit(
                                page,
                                Deposits.forStaff(
                                        page, appointment.order(), balance.open(), balance.back(), balance.received()),
                                visit),
                balanceHref(appointment.order()));
    }

    static String balanceHref(Order order) {
        return "/counter/orders/" + order.id().value() + "/balance";
    }

    /** What it is, and with whom if the title does not say so already: "Cut with Mei". */
    static String what(Page page, Appointment appointment) {
        var title = titled(page, appointment);
        var staff = appointment.with().stream()
                .map(page::say)
                .filter(name -> !title.contains(name))
                .distinct()
                .collect(Collectors.joining(page.text("counter.and")));
        return staff.isEmpty() ? title : page.text("counter.what-with", "what", title, "staff", staff);
    }

    /** With how many, and what was chosen: "Lunch × 4 (Main course: 3 × fish …)". */
    private static String titled(Page page, Appointment appointment) {
        var title = page.say(appointment.line().title());
        var several = appointment.line().quantity() == 1
                ? title
                : page.text(
                        "counter.times",
                        "what",
                        title,
                        "quantity",
                        appointment.line().quantity());
        var dishes = Dishes.of(page, appointment.dishes());
        return dishes.isEmpty()
                ? several
                : page.text(
                        "counter.with-dishes",
                        "what",
                        several,
                        "dishes",
                        String.join(page.text("counter.comma"), dishes));
    }

    /** What a counter wants to know of a booking. */
    private enum Stage {
        HELD("wait", "counter.state.held"),
        PAID("", "counter.state.paid"),
        PARTLY("", "counter.state.partly"),
        DONE("good", "counter.state.redeemed"),
        CALLED_OFF("bad", "counter.state.called-off");

        private final String tone;
        private final String key;

        Stage(String tone, String key) {
            this.tone = tone;
            this.key = key;
        }

        static Stage of(Appointment appointment) {
            if (appointment.order().state() == OrderState.HELD) {
                return HELD;
            }
            if (appointment.isDone()) {
                return DONE;
            }
            if (appointment.isCalledOff()) {
                return CALLED_OFF;
            }
            return appointment.redeemed() > 0 ? PARTLY : PAID;
        }

        String words(Page page, Times times, Appointment appointment) {
            var at = appointment.redeemedAt().map(times::time).orElse("");
            return page.text(key, "time", at, "redeemed", appointment.redeemed(), "units", appointment.units());
        }
    }
}
