package org.townloop.surface.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.townloop.base.kernel.Written;
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.Equipment;
import org.townloop.supply.merchant.Openings;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.Things;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.StartingPoints;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Who works at a place, and the chairs and rooms there. */
@Controller
class PeoplePage {

    private static final String PATH = "/desk/people";

    private final Desks desks;
    private final Crew crew;
    private final Equipment equipment;
    private final Openings openings;
    private final Places places;
    private final Packs packs;
    private final StartingPoints startingPoints;

    PeoplePage(
            Desks desks,
            Crew crew,
            Equipment equipment,
            Openings openings,
            Places places,
            Packs packs,
            StartingPoints startingPoints) {
        this.desks = desks;
        this.crew = crew;
        this.equipment = equipment;
        this.openings = openings;
        this.places = places;
        this.packs = packs;
        this.startingPoints = startingPoints;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String start) {
        return open(page, actor, place, desk -> View.of("desk/people", view(desk, Form.EMPTY, start != null)));
    }

    /** Adds people, one in each line, and so many of each kind of thing. */
    @PostMapping(PATH)
    View add(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return open(
                page,
                actor,
                place,
                desk -> answered(
                        desk,
                        typed,
                        switch (counts(desk, typed)) {
                            case Outcome.Refused<List<Things>>(var refusal) -> Outcome.refused(refusal);
                            case Outcome.Done<List<Things>>(var counts) ->
                                openings.open(actor, desk.place().id(), names(desk, typed), counts);
                        }));
    }

    @PostMapping(PATH + "/{person}")
    View rename(
            Page page,
            Actor actor,
            @PathVariable UUID person,
            @RequestParam UUID place,
            @RequestParam MultiValueMap<String, String> typed) {
        var name = new Words(WeekForm.text(typed, "nameEn"), WeekForm.text(typed, "nameZh"));
        return open(
                page,
                actor,
                place,
                desk -> of(
                        desk,
                        person,
                        typed,
                        crew.rename(actor, desk.place().id(), new StaffId(person), Saved.version(typed), name)));
    }

    @PostMapping(PATH + "/{person}/pin")
    View setPin(
            Page page,
            Actor actor,
            @PathVariable UUID person,
            @RequestParam UUID place,
            @RequestParam MultiValueMap<String, String> typed) {
        var digits = WeekForm.text(typed, "pin");
        return open(
                page,
                actor,
                place,
                desk -> of(
                        desk,
                        person,
                        Map.of(),
                        crew.setPin(
                                actor,
                                desk.place().id(),
                                new StaffId(person),
                                Saved.version(typed),
                                digits.isEmpty() ? null : digits)));
    }

    @PostMapping(PATH + "/{person}/removal")
    View leave(Page page, Actor actor, @PathVariable UUID person, @RequestParam UUID place) {
        return open(
                page,
                actor,
                place,
                desk -> answered(desk, Map.of(), crew.remove(actor, desk.place().id(), new StaffId(person))));
    }

    @PostMapping("/desk/things/{thing}/removal")
    View remove(Page page, Actor actor, @PathVariable UUID thing, @RequestParam UUID place) {
        return open(
                page,
                actor,
                place,
                desk -> answered(
                        desk, Map.of(), equipment.remove(actor, desk.place().id(), new ResourceId(thing))));
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> shown) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, shown);
    }

    private View answered(Desk desk, Map<String, List<String>> typed, Outcome<?> outcome) {
        var start = typed.containsKey("start");
        return switch (outcome) {
            case Outcome.Done<?> _ -> Saved.next(desk, PATH, start);
            case Outcome.Refused<?>(var refusal) ->
                View.of("desk/people", view(desk, new Form(typed, refusal), start), Problems.status(refusal.reason()));
        };
    }

    /** @param typed what of it is shown again; never a PIN */
    private View of(Desk desk, UUID person, Map<String, List<String>> typed, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> Saved.next(desk, PATH, false);
            case Outcome.Refused<?>(var refusal) ->
                View.of(
                        "desk/people",
                        view(desk, Form.EMPTY, false).wrong(person, new Form(typed, refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    private PeopleView view(Desk desk, Form form, boolean start) {
        var place = desk.place();
        var trade = new PackId(place.trade());
        var usual = startingPoints.of(trade).resources();
        var there = places.resources(place.id());
        return new PeopleView(
                desk,
                form,
                null,
                packs.trade(place.trade()).installed()
                        ? desk.page().say(packs.current(trade).staffWord())
                        : "",
                crew.of(place.id()),
                (desk.lets() ? List.<Pack.ResourceKind>of() : equipment.kinds(place))
                        .stream()
                                .map(kind -> new PeopleView.Kind(
                                        kind.key(),
                                        desk.page().say(kind.label()),
                                        there.stream()
                                                .filter(each -> each.kind().equals(kind.key()))
                                                .toList(),
                                        start && there.isEmpty() ? usual.getOrDefault(kind.key(), 0) : 0))
                                .toList(),
                start);
    }

    /** In the language of the page: most people have one name. */
    private static List<Words> names(Desk desk, Map<String, List<String>> typed) {
        return lines(desk, typed, "names");
    }

    private static List<Words> lines(Desk desk, Map<String, List<String>> typed, String field) {
        var chinese = desk.page().locale().getLanguage().equals("zh");
        return Stream.of(WeekForm.text(typed, field).split("\\R"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> chinese ? new Words(null, name) : new Words(name, null))
                .toList();
    }

    private Outcome<List<Things>> counts(Desk desk, Map<String, List<String>> typed) {
        var things = new ArrayList<Things>();
        for (var kind : equipment.kinds(desk.place())) {
            var field = "count." + kind.key();
            var count = Saved.number(typed, field, 0);
            if (count == Saved.UNREADABLE) {
                return Outcome.refused(Refusal.of(DeskReason.COUNT_UNREADABLE, field, Map.of("kind", kind.label())));
            }
            var zone = Written.plain(WeekForm.text(typed, "zone." + kind.key()));
            things.add(new Things(
                    kind.key(),
                    count,
                    Saved.number(typed, "seats." + kind.key(), 0),
                    lines(desk, typed, "names." + kind.key()),
                    zone == null || zone.isBlank() ? null : zone));
        }
        return Outcome.done(things);
    }
}
