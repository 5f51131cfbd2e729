package org.townloop.surface.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** The list for the kitchen: what was ordered ahead for a day, each dish by the time at which it is eaten. */
@Controller
class KitchenPage {

    private final Desks desks;
    private final DayBook dayBook;

    KitchenPage(Desks desks, DayBook dayBook) {
        this.desks = desks;
        this.dayBook = dayBook;
    }

    @GetMapping("/desk/kitchen")
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String day) {
        return desks.open(
                page,
                actor,
                Right.SEE_DESK,
                place,
                Desk.Tab.DAY,
                desk -> View.of(
                        "desk/kitchen",
                        view(desk, Typed.day(day).orElse(desk.times().today()))));
    }

    private KitchenView view(Desk desk, LocalDate day) {
        var expected = dayBook.of(desk.place().id(), day).stream()
                .filter(each -> each.begins() != null && !each.dishes().isEmpty())
                .filter(each -> Standing.of(each, desk.times()) != Standing.CALLED_OFF)
                .toList();
        var times = new TreeMap<Instant, List<Appointment>>(
                expected.stream().collect(Collectors.groupingBy(KitchenPage::begins)));
        return new KitchenView(
                desk,
                desk.times().date(day),
                desk.to(Desk.Tab.DAY) + "&day=" + day,
                times.entrySet().stream()
                        .map(time -> time(desk, time.getKey(), time.getValue()))
                        .toList(),
                dishes(desk, expected));
    }

    private static KitchenView.Time time(Desk desk, Instant at, List<Appointment> guests) {
        var onDay = guests.getFirst().onDay();
        return new KitchenView.Time(
                onDay ? desk.page().text("desk.kitchen.on-day") : desk.times().time(at),
                desk.page()
                        .text(
                                onDay ? "desk.kitchen.menus" : "desk.sessions.people",
                                "count",
                                guests.stream()
                                        .mapToInt(each -> each.line().quantity())
                                        .sum()),
                dishes(desk, guests));
    }

    private static List<KitchenView.Dish> dishes(Desk desk, Collection<Appointment> guests) {
        var counts = new LinkedHashMap<String, Integer>();
        guests.forEach(each -> each.dishes()
                .forEach(dish -> counts.merge(desk.page().say(dish.dish().name()), dish.count(), Integer::sum)));
        return counts.entrySet().stream()
                .map(dish -> new KitchenView.Dish(dish.getKey(), dish.getValue()))
                .toList();
    }

    private static Instant begins(Appointment appointment) {
        var begins = appointment.begins();
        if (begins == null) {
            throw new IllegalStateException(
                    "it has no time: " + appointment.order().id());
        }
        return begins;
    }
}
