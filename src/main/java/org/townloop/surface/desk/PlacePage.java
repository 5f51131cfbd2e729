package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.MerchantReason;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceFacts;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Premises;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Name, address, point and telephone of a place. */
@Controller
class PlacePage {

    private final Desks desks;
    private final Premises premises;
    private final Places places;
    private final Regions regions;

    PlacePage(Desks desks, Premises premises, Places places, Regions regions) {
        this.desks = desks;
        this.premises = premises;
        this.places = places;
        this.regions = regions;
    }

    @GetMapping("/desk/place")
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String start) {
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                place,
                Desk.Tab.PLACE,
                desk -> View.of("desk/place", view(desk, Form.EMPTY, start != null)));
    }

    @PostMapping("/desk/place")
    View save(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        var start = typed.containsKey("start");
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, desk -> {
            if (PointPicker.wasTapped(typed)) {
                return View.of("desk/place", view(desk, new Form(typed, null), start));
            }
            return switch (changed(actor, desk, typed)) {
                case Outcome.Done<Place> _ -> Saved.next(desk, "/desk/place", start);
                case Outcome.Refused<Place>(var refusal) ->
                    View.of(
                            "desk/place",
                            view(desk, new Form(typed, refusal), start),
                            Problems.status(refusal.reason()));
            };
        });
    }

    private Outcome<Place> changed(Actor actor, Desk desk, MultiValueMap<String, String> typed) {
        var pick = picker(desk, typed);
        return pick.unreadable()
                ? Outcome.refused(Refusal.of(MerchantReason.POINT_INVALID, "point"))
                : premises.change(
                        actor,
                        desk.place().id(),
                        Saved.version(typed),
                        new PlaceFacts(
                                new Words(text(typed, "nameEn"), text(typed, "nameZh")),
                                new Words(text(typed, "addressEn"), text(typed, "addressZh")),
                                pick.point(),
                                text(typed, "phone")));
    }

    /** After a refusal because somebody else saved, the version is the new one: what was typed can be saved over it. */
    private PlaceView view(Desk desk, Form form, boolean start) {
        return new PlaceView(desk, form, places.versions(desk.place().id()).facts(), picker(desk, form.typed()), start);
    }

    private PointPicker picker(Desk desk, Map<String, List<String>> typed) {
        return PointPicker.read(
                typed, desk.place().point(), regions.get(desk.place().region()).centre());
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of("")).getFirst();
    }
}
