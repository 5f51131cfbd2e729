package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.TownAddress;
import org.townloop.loop.ordering.agenda.CalendarLinks;
import org.townloop.supply.booking.ForeignCalendars;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** The calendars of a place: secret addresses for telephones, and calendars elsewhere that say when somebody is busy. */
@Controller
class CalendarsPage {

    private static final String PATH = "/desk/calendars";

    private final Desks desks;
    private final CalendarsPages pages;
    private final CalendarLinks links;
    private final ForeignCalendars calendars;
    private final TownAddress town;

    CalendarsPage(
            Desks desks, CalendarsPages pages, CalendarLinks links, ForeignCalendars calendars, TownAddress town) {
        this.desks = desks;
        this.pages = pages;
        this.links = links;
        this.calendars = calendars;
        this.town = town;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String saved) {
        return open(
                page,
                actor,
                place,
                desk -> shown(
                        desk, CalendarsPages.Tried.NOTHING, saved == null ? "" : page.text("desk.calendars.saved")));
    }

    /** The address is shown in the answer and never again. */
    @PostMapping(PATH + "/{owner}/link")
    View makeLink(Page page, Actor actor, @PathVariable UUID owner, @RequestParam UUID place) {
        return open(page, actor, place, desk -> {
            var path = links.make(actor, desk.place().id(), owner, page.locale());
            return shown(desk, new CalendarsPages.Tried(owner, town.of(path).toString(), Form.EMPTY), "");
        });
    }

    @PostMapping(PATH + "/{owner}/link/end")
    View endLink(Page page, Actor actor, @PathVariable UUID owner, @RequestParam UUID place) {
        return open(page, actor, place, desk -> {
            links.end(actor, desk.place().id(), owner);
            return Saved.next(desk, PATH, false);
        });
    }

    @PostMapping(PATH + "/{owner}/reading")
    View read(
            Page page,
            Actor actor,
            @PathVariable UUID owner,
            @RequestParam UUID place,
            @RequestParam MultiValueMap<String, String> typed) {
        return open(
                page,
                actor,
                place,
                desk -> answered(
                        desk,
                        owner,
                        typed,
                        calendars.add(actor, desk.place().id(), owner, WeekForm.text(typed, "address"))));
    }

    @PostMapping(PATH + "/{owner}/reading/now")
    View readNow(Page page, Actor actor, @PathVariable UUID owner, @RequestParam UUID place) {
        return open(
                page,
                actor,
                place,
                desk -> answered(
                        desk,
                        owner,
                        Map.of(),
                        calendars.readNow(actor, desk.place().id(), owner)));
    }

    @PostMapping(PATH + "/{owner}/reading/removal")
    View remove(Page page, Actor actor, @PathVariable UUID owner, @RequestParam UUID place) {
        return open(page, actor, place, desk -> {
            calendars.remove(actor, desk.place().id(), owner);
            return Saved.next(desk, PATH, false);
        });
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, shown);
    }

    private View shown(Desk desk, CalendarsPages.Tried tried, String said) {
        return View.of("desk/calendars", pages.of(desk, tried, said));
    }

    private View answered(Desk desk, UUID owner, Map<String, List<String>> typed, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Saved.next(desk, PATH, false);
            case Outcome.Refused<?>(var refusal) ->
                View.of(
                        "desk/calendars",
                        pages.of(desk, new CalendarsPages.Tried(owner, null, new Form(typed, refusal)), ""),
                        Problems.status(refusal.reason()));
        };
    }
}
