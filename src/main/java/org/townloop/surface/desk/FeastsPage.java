package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Timetables;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** What a place does on the days of a holiday: one tap for all of them. */
@Controller
class FeastsPage {

    private final Desks desks;
    private final Timetables timetables;
    private final HoursViews views;

    FeastsPage(Desks desks, Timetables timetables, HoursViews views) {
        this.desks = desks;
        this.timetables = timetables;
        this.views = views;
    }

    @PostMapping("/desk/hours/holidays")
    View keep(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, desk -> switch (kept(
                actor, desk.place().id(), typed)) {
            case Outcome.Done<PlaceId> _ -> View.seeOther(desk.to("/desk/hours") + "&saved=yes#holidays");
            case Outcome.Refused<PlaceId>(var refusal) ->
                View.of("desk/hours", views.ofDay(desk, new Form(typed, refusal)), Problems.status(refusal.reason()));
        });
    }

    private Outcome<PlaceId> kept(Actor actor, PlaceId place, Map<String, List<String>> typed) {
        var first = Typed.day(WeekForm.text(typed, "first"));
        var last = Typed.day(WeekForm.text(typed, "last"));
        if (first.isEmpty() || last.isEmpty() || !Feasts.isStretch(first.get(), last.get())) {
            return Outcome.refused(Refusal.of(DeskReason.DAY_UNREADABLE, "day"));
        }
        var what = WeekForm.text(typed, "what");
        if (what.equals("again")) {
            return timetables.removeExceptions(
                    actor, place, first.get().datesUntil(last.get().plusDays(1)).toList());
        }
        return Feasts.chosen(
                        what,
                        first.get(),
                        last.get(),
                        WeekForm.time(typed, "from").orElse(null),
                        WeekForm.closing(typed, "to").orElse(null))
                .map(days -> timetables.setExceptions(actor, place, days))
                .orElseGet(() -> Outcome.refused(Refusal.of(
                        MerchantReason.TIME_INVALID,
                        "day",
                        Map.of("day", first.get().getDayOfWeek()))));
    }
}
