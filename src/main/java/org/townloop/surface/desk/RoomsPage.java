package org.townloop.surface.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.supply.booking.ClosedRooms;
import org.townloop.supply.booking.Stays;
import org.townloop.supply.merchant.Equipment;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.merchant.RoomTypes;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** The rooms of a house: which types there are, and how many of each. */
@Controller
class RoomsPage {

    private static final String PATH = "/desk/rooms";
    private static final String START = "start";

    private final Desks desks;
    private final RoomsViews views;
    private final ClosedRooms closed;
    private final Equipment equipment;
    private final RoomTypes types;

    RoomsPage(Desks desks, RoomsViews views, ClosedRooms closed, Equipment equipment, RoomTypes types) {
        this.desks = desks;
        this.views = views;
        this.closed = closed;
        this.equipment = equipment;
        this.types = types;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) @Nullable String start) {
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                place,
                Desk.Tab.ROOMS,
                desk -> View.of(
                        "desk/rooms",
                        start == null ? views.of(desk, first(desk, from), Form.EMPTY, null) : views.toBegin(desk)));
    }

    @PostMapping(PATH)
    View add(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return write(page, actor, place, null, typed);
    }

    @PostMapping(PATH + "/{type}")
    View change(
            Page page,
            Actor actor,
            @PathVariable UUID type,
            @RequestParam UUID place,
            @RequestParam MultiValueMap<String, String> typed) {
        return write(page, actor, place, type, typed);
    }

    @PostMapping(PATH + "/{type}/removal")
    View remove(Page page, Actor actor, @PathVariable UUID type, @RequestParam UUID place) {
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                place,
                Desk.Tab.ROOMS,
                desk -> answered(
                        desk,
                        Map.of(),
                        type,
                        equipment.remove(actor, desk.place().id(), new ResourceId(type))));
    }

    /** Takes rooms out of sale for some nights. */
    @PostMapping(PATH + "/closures")
    View close(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.ROOMS, desk -> {
            var first = Typed.day(WeekForm.text(typed, "first"));
            var last = Typed.day(WeekForm.text(typed, "last"));
            var type = Typed.id(WeekForm.text(typed, "type"));
            if (first.isEmpty() || last.isEmpty() || type.isEmpty()) {
                return answered(desk, typed, null, Outcome.refused(Refusal.of(DeskReason.DAY_UNREADABLE, "first")));
            }
            return answered(
                    desk,
                    typed,
                    null,
                    closed.close(
                            actor,
                            desk.place().id(),
                            new ResourceId(type.get()),
                            first.get(),
                            last.get(),
                            Saved.number(typed, "rooms", Saved.UNREADABLE),
                            WeekForm.text(typed, "why"),
                            WeekForm.text(typed, "key")));
        });
    }

    @PostMapping(PATH + "/closures/{id}/removal")
    View open(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID place,
            @RequestParam(defaultValue = "") String key) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.ROOMS, desk -> {
            return answered(
                    desk, Map.of(), null, closed.open(actor, desk.place().id(), id, key));
        });
    }

    private View write(Page page, Actor actor, UUID place, @Nullable UUID type, MultiValueMap<String, String> typed) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.ROOMS, desk -> {
            var written = types.write(
                    actor,
                    desk.place().id(),
                    type == null ? null : new ResourceId(type),
                    new Words(WeekForm.text(typed, "nameEn"), WeekForm.text(typed, "nameZh")),
                    Saved.number(typed, "units", Saved.UNREADABLE),
                    WeekForm.text(typed, "key"));
            return answered(desk, typed, type, written);
        });
    }

    private View answered(Desk desk, Map<String, List<String>> typed, @Nullable UUID type, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Saved.next(desk, PATH, typed.containsKey(START));
            case Outcome.Refused<?>(var refusal) ->
                View.of(
                        "desk/rooms",
                        views.of(desk, desk.times().today(), new Form(typed, refusal), type),
                        Problems.status(refusal.reason()));
        };
    }

    /** Today, or a day of the year ahead. */
    private static LocalDate first(Desk desk, String from) {
        var today = desk.times().today();
        return Typed.day(from)
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(Stays.AHEAD)))
                .orElse(today);
    }
}
