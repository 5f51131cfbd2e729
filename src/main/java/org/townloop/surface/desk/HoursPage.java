package org.townloop.surface.desk;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.DayException;
import org.townloop.supply.merchant.DayHours;
import org.townloop.supply.merchant.Engagements.Engagement;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Timetables;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.StartingPoint;
import org.townloop.supply.pack.StartingPoints;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** When a place is open: the usual week, and the days that differ. */
@Controller
class HoursPage {

    private final Desks desks;
    private final Timetables timetables;
    private final OpeningHours hours;
    private final Places places;
    private final StartingPoints startingPoints;
    private final Orders orders;
    private final People people;

    HoursPage(
            Desks desks,
            Timetables timetables,
            OpeningHours hours,
            Places places,
            StartingPoints startingPoints,
            Orders orders,
            People people) {
        this.desks = desks;
        this.timetables = timetables;
        this.hours = hours;
        this.places = places;
        this.startingPoints = startingPoints;
        this.orders = orders;
        this.people = people;
    }

    @GetMapping("/desk/hours")
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String start) {
        return open(
                page, actor, place, desk -> View.of("desk/hours", view(desk, Form.EMPTY, Form.EMPTY, start != null)));
    }

    @PostMapping("/desk/hours")
    View save(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        var start = typed.containsKey("start");
        return open(
                page,
                actor,
                place,
                desk -> answered(desk, typed, start, saved(actor, desk.place().id(), typed)));
    }

    @PostMapping("/desk/hours/exceptions")
    View except(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, place, desk -> switch (excepted(
                actor, desk.place().id(), typed)) {
            case Outcome.Done<PlaceId> _ -> View.seeOther(desk.to("/desk/hours") + "&saved=yes#days");
            case Outcome.Refused<PlaceId>(var refusal) ->
                View.of(
                        "desk/hours",
                        view(desk, Form.EMPTY, new Form(typed, refusal), false),
                        Problems.status(refusal.reason()));
        });
    }

    @PostMapping("/desk/hours/exceptions/removal")
    View asUsual(Page page, Actor actor, @RequestParam UUID place, @RequestParam String day) {
        return open(page, actor, place, desk -> {
            Typed.day(day)
                    .ifPresent(known ->
                            timetables.removeException(actor, desk.place().id(), known));
            return View.seeOther(desk.to("/desk/hours") + "#days");
        });
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, shown);
    }

    private View answered(Desk desk, Map<String, List<String>> typed, boolean start, Outcome<PlaceId> outcome) {
        return switch (outcome) {
            case Outcome.Done<PlaceId> _ -> Saved.next(desk, "/desk/hours", start);
            case Outcome.Refused<PlaceId>(var refusal) ->
                View.of(
                        "desk/hours",
                        view(desk, new Form(typed, refusal), Form.EMPTY, start),
                        Problems.status(refusal.reason()));
        };
    }

    private Outcome<PlaceId> saved(Actor actor, PlaceId place, Map<String, List<String>> typed) {
        return switch (WeekForm.read(typed)) {
            case Outcome.Refused<List<DayHours>>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<List<DayHours>>(var week) -> timetables.setWeek(actor, place, Saved.version(typed), week);
        };
    }

    private Outcome<PlaceId> excepted(Actor actor, PlaceId place, Map<String, List<String>> typed) {
        var day = Typed.day(WeekForm.text(typed, "day"));
        if (day.isEmpty()) {
            return Outcome.refused(Refusal.of(DeskReason.DAY_UNREADABLE, "day"));
        }
        var opens = WeekForm.time(typed, "opens");
        var closes = WeekForm.closing(typed, "closes");
        var closed = (WeekForm.text(typed, "opens") + WeekForm.text(typed, "closes")).isEmpty();
        if (!closed && (opens.isEmpty() || closes.isEmpty())) {
            return Outcome.refused(Refusal.of(
                    MerchantReason.TIME_INVALID,
                    opens.isEmpty() ? "opens" : "closes",
                    Map.of("day", day.get().getDayOfWeek())));
        }
        return timetables.setException(
                actor, place, new DayException(day.get(), opens.orElse(null), closes.orElse(null)));
    }

    /** @param day the form of a day that differs: what is wrong there changes nothing of the week */
    private HoursView view(Desk desk, Form form, Form day, boolean start) {
        var place = desk.place().id();
        var week = hours.weekOf(place);
        return new HoursView(
                desk,
                form,
                day,
                places.versions(place).hours(),
                WeekForm.days(form, week.isEmpty() && start ? usual(desk) : week),
                timetables.exceptions(place),
                outside(desk, timetables.outside(place)),
                start);
    }

    /** One row for each booking, though it takes a person and a chair. */
    private List<HoursView.Outside> outside(Desk desk, List<Engagement> engaged) {
        var first = new LinkedHashMap<OrderId, Engagement>();
        engaged.forEach(each -> first.putIfAbsent(new OrderId(each.order()), each));
        var booked = orders.get(first.keySet());
        var guests = people.get(
                booked.values().stream().map(Order::resident).distinct().toList());
        return first.entrySet().stream()
                .map(each -> {
                    var order = booked.get(each.getKey());
                    var guest = order == null ? null : guests.get(order.resident());
                    return HoursView.Outside.of(desk, each.getValue(), guest == null ? "" : guest.name());
                })
                .toList();
    }

    /** What places of the trade usually have, to begin with. */
    private List<DayHours> usual(Desk desk) {
        return startingPoints.of(new PackId(desk.place().trade())).hours().stream()
                .map(HoursPage::dayHours)
                .toList();
    }

    private static DayHours dayHours(StartingPoint.Hours span) {
        return new DayHours(DayOfWeek.of(span.weekday()), span.opens(), span.closes());
    }
}
