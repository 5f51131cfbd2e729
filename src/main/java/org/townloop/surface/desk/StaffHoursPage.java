package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.DayHours;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.Timetables;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** When somebody works who does not work whenever the place is open. */
@Controller
class StaffHoursPage {

    private final Desks desks;
    private final Crew crew;
    private final Timetables timetables;

    StaffHoursPage(Desks desks, Crew crew, Timetables timetables) {
        this.desks = desks;
        this.crew = crew;
        this.timetables = timetables;
    }

    @GetMapping("/desk/people/{person}/hours")
    View show(Page page, Actor actor, @PathVariable UUID person, @RequestParam UUID place) {
        return open(page, actor, place, desk -> View.of("desk/staff-hours", view(desk, person, Form.EMPTY)));
    }

    @PostMapping("/desk/people/{person}/hours")
    View save(
            Page page,
            Actor actor,
            @PathVariable UUID person,
            @RequestParam UUID place,
            @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, place, desk -> switch (saved(
                actor, desk.place().id(), new StaffId(person), typed)) {
            case Outcome.Done<PlaceId> _ -> View.seeOther(desk.to("/desk/people"));
            case Outcome.Refused<PlaceId>(var refusal) ->
                View.of(
                        "desk/staff-hours",
                        view(desk, person, new Form(typed, refusal)),
                        Problems.status(refusal.reason()));
        });
    }

    private View open(Page page, Actor actor, UUID place, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, shown);
    }

    private Outcome<PlaceId> saved(Actor actor, PlaceId place, StaffId person, Map<String, List<String>> typed) {
        return switch (WeekForm.read(typed)) {
            case Outcome.Refused<List<DayHours>>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<List<DayHours>>(var week) ->
                timetables.setWeek(actor, place, person, Saved.version(typed), week);
        };
    }

    private StaffHoursView view(Desk desk, UUID person, Form form) {
        var place = desk.place().id();
        var member = crew.of(place).stream()
                .filter(each -> each.id().value().equals(person))
                .findFirst()
                .orElseThrow(() -> new Absent("staff " + person));
        var week = timetables.staffWeeks(place).getOrDefault(member.id(), List.of());
        return new StaffHoursView(desk, form, member, WeekForm.days(form, week));
    }
}
