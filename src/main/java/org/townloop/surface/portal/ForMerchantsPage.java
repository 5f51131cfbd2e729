package org.townloop.surface.portal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.townloop.base.identity.Actor;
import org.townloop.base.region.Region;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TakeOver;
import org.townloop.supply.merchant.TakeOvers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** What the town offers to those who sell, what it takes, and how to begin. */
@Controller
class ForMerchantsPage {

    private final TakeOvers takeOvers;
    private final Places places;

    ForMerchantsPage(TakeOvers takeOvers, Places places) {
        this.takeOvers = takeOvers;
        this.places = places;
    }

    @GetMapping("/for-merchants")
    View show(Page page) {
        return View.of("portal/for-merchants", new ForMerchantsView(page, share(page), claims(page, page.actor())));
    }

    @PostMapping("/for-merchants/take-overs/{id}/withdrawal")
    View withdraw(Actor actor, @PathVariable UUID id) {
        takeOvers.withdraw(actor, id);
        return View.seeOther("/for-merchants#claims");
    }

    private static String share(Page page) {
        Region region = page.region();
        var shares = region.shares();
        return page.formats().percent((shares.platformBasisPoints() + shares.partnerBasisPoints()) / 10_000.0);
    }

    private List<ForMerchantsView.Claimed> claims(Page page, @Nullable Actor actor) {
        return actor == null
                ? List.of()
                : takeOvers.of(actor.person()).stream()
                        .map(claim -> claimed(page, claim))
                        .toList();
    }

    private ForMerchantsView.Claimed claimed(Page page, TakeOver claim) {
        return new ForMerchantsView.Claimed(
                claim.id().toString(),
                page.say(places.get(claim.place()).name()),
                claim.state(),
                page.times().ago(claim.askedAt()),
                claim.refusal() == null ? "" : claim.refusal());
    }
}
