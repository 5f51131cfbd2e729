package org.townloop.surface.portal;

import java.time.Instant;
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
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.ordering.Basket;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** A combined appointment: several services of a place are chosen, a plan among those that there are, and all of it is held. */
@Controller
class TogetherPage {

    private final Places places;
    private final TogetherViews views;
    private final BasketCheckouts baskets;

    TogetherPage(Places places, TogetherViews views, BasketCheckouts baskets) {
        this.places = places;
        this.views = views;
        this.baskets = baskets;
    }

    @GetMapping("/places/{id}/together")
    View show(Page page, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var place = place(id);
        return View.of("portal/together", views.of(page, place, TogetherAsked.read(place.id(), typed), Map.of(), null));
    }

    /**
     * Holds all of a plan for whoever is signed in.
     *
     * @param plan as it stood in the button
     * @param key of the page; another plan on the same page is another wish
     */
    @PostMapping("/places/{id}/together")
    View hold(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> typed) {
        var place = place(id);
        var asked = TogetherAsked.read(place.id(), typed);
        var answers = OfferPage.answers(typed.toSingleValueMap());
        var wishes = PickedPlan.read(plan, answers);
        var start = start(wishes);
        if (wishes.isEmpty() || start == null) {
            return View.seeOther(asked.href());
        }
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=" + page.encoded(asked.at(start).href()));
        }
        return switch (baskets.holdCombined(actor, wishes, key + "/" + Integer.toHexString(wishes.hashCode()))) {
            case Outcome.Done<Basket>(var basket) ->
                View.seeOther("/baskets/" + basket.id().value());
            case Outcome.Refused<Basket>(var refusal) ->
                View.of(
                        "portal/together",
                        views.of(page, place, asked, answers, page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    private static @Nullable Instant start(List<HoldOrder> wishes) {
        return wishes.isEmpty() ? null : wishes.getFirst().slotStart();
    }

    private Place place(UUID id) {
        var place = RegionId.isIn(id) ? places.get(List.of(new PlaceId(id))).get(new PlaceId(id)) : null;
        if (place == null || place.isListing()) {
            throw new Absent("place " + id);
        }
        return place;
    }
}
