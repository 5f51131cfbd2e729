package org.townloop.surface.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.supply.merchant.Merchants;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Steps;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** From a new place to its first sale, step by step. */
@Controller
class StartPage {

    private final Desks desks;
    private final Workplaces workplaces;
    private final Progress progress;
    private final Places places;
    private final Offers offers;
    private final Steps steps;
    private final Merchants merchants;

    StartPage(
            Desks desks,
            Workplaces workplaces,
            Progress progress,
            Places places,
            Offers offers,
            Steps steps,
            Merchants merchants) {
        this.desks = desks;
        this.workplaces = workplaces;
        this.progress = progress;
        this.places = places;
        this.offers = offers;
        this.steps = steps;
        this.merchants = merchants;
    }

    @GetMapping("/desk/start")
    View show(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return desks.open(
                page,
                actor,
                Right.RUN_PLACE,
                place,
                Desk.Tab.PLACE,
                desk -> View.of(
                        "desk/start",
                        new StartView(
                                desk,
                                progress.of(actor, desk.place()),
                                places.merchant(desk.merchant()).standing(),
                                offers.at(desk.place().id()).stream()
                                        .findFirst()
                                        .map(offer -> "/offers/" + offer.id().value())
                                        .orElse(null))));
    }

    /** The screen of the first step that is not done. */
    @GetMapping("/desk/start/next")
    View next(Actor actor, @RequestParam UUID place) {
        var here = workplaces.get(actor, Right.RUN_PLACE, new PlaceId(place));
        var screen = progress.next(actor, here)
                .map(stage -> switch (stage) {
                    case PLACE -> "/desk/place";
                    case HOURS -> "/desk/hours";
                    case CREW -> "/desk/people";
                    case ROOMS -> "/desk/rooms";
                    case DELIVERY -> "/desk/delivery/settings";
                    case OFFER -> "/desk/offers/new";
                    case PICTURE -> "/desk/pictures";
                    case PREVIEW, ORDER, REDEMPTION -> "/desk/start";
                })
                .orElse("/desk/start");
        return View.seeOther(screen + "?place=" + place + (screen.equals("/desk/start") ? "" : "&start=yes"));
    }

    @PostMapping("/desk/start/done")
    View done(Actor actor, @RequestParam UUID place, @RequestParam Steps.Step step) {
        steps.done(actor, new PlaceId(place), step);
        return View.seeOther("/desk/start/next?place=" + place);
    }

    @PostMapping("/desk/start/ask-again")
    View askAgain(Page page, Actor actor, @RequestParam UUID place) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.PLACE, desk -> {
            merchants.askAgain(actor, desk.merchant());
            return View.seeOther(desk.to("/desk/start"));
        });
    }
}
