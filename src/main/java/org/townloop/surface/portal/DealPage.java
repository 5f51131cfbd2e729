package org.townloop.surface.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealId;
import org.townloop.loop.deal.DealLine;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.deal.Standing;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** A deal, and standing in line for it. The page looks again by itself, with scripts and without. */
@Controller
class DealPage {

    private final Deals deals;
    private final DealLine line;
    private final Offers offers;
    private final Places places;
    private final Regions regions;

    DealPage(Deals deals, DealLine line, Offers offers, Places places, Regions regions) {
        this.deals = deals;
        this.line = line;
        this.offers = offers;
        this.places = places;
        this.regions = regions;
    }

    @GetMapping("/deals/{id}")
    View show(Page page, @PathVariable UUID id) {
        return shown(page, deals.get(new DealId(id)), null);
    }

    @PostMapping("/deals/{id}/line")
    View join(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "1") String quantity) {
        var deal = deals.get(new DealId(id));
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=" + URLEncoder.encode("/deals/" + id, StandardCharsets.UTF_8));
        }
        return switch (line.join(actor, deal.id(), Typed.number(quantity).orElse(0))) {
            case Outcome.Done<?> _ -> View.seeOther("/deals/" + id + "#line");
            case Outcome.Refused<?>(var refusal) -> shown(page, deal, refusal);
        };
    }

    @PostMapping("/deals/{id}/line/leave")
    View leave(Actor actor, @PathVariable UUID id) {
        line.leave(actor, deals.get(new DealId(id)).id());
        return View.seeOther("/deals/" + id + "#line");
    }

    private View shown(Page page, Deal deal, @Nullable Refusal refusal) {
        var offer = offers.get(deal.offer());
        var times = page.times().in(regions.get(offer.region()).zone());
        var actor = page.actor();
        var own = actor == null ? null : line.place(deal.id(), actor.person()).orElse(null);
        var standing = own == null ? null : own.standing();
        var order = standing == null ? null : standing.order();
        var view = new DealView(
                page,
                page.say(offer.title()),
                page.say(places.get(offer.place()).name()),
                DealWords.of(page, times, deals.shown(deal), offer.price()),
                "/offers/" + offer.id().value(),
                deal.isAheadAt(times.now()) ? deal.each() : 0,
                own == null ? null : words(page, times, deal, own),
                standing == null ? "" : standing.state().name(),
                order == null ? null : "/orders/" + order,
                page.text("portal.deal.waiting", "count", line.waiting(deal.id())),
                deal.seedHash(),
                deal.seed(),
                standing == null ? null : standing.number(),
                refusal == null ? null : page.refusal(refusal));
        return View.of("portal/deal", view, refusal == null ? HttpStatus.OK : Problems.status(refusal.reason()));
    }

    private static String words(Page page, Times times, Deal deal, DealLine.Place place) {
        var standing = place.standing();
        return switch (standing.state()) {
            case WAITING ->
                standing.turn() == null
                        ? page.text(
                                "portal.deal.standing.before",
                                "number",
                                standing.number(),
                                "when",
                                times.moment(deal.opensAt()))
                        : page.text("portal.deal.standing.waiting", "before", place.before());
            case CALLED -> called(page, times, standing);
            case HELD -> page.text("portal.deal.standing.held");
            case MISSED -> page.text("portal.deal.standing.missed");
            case LEFT -> page.text("portal.deal.standing.left");
            case OVER -> page.text("portal.deal.standing.over");
        };
    }

    private static String called(Page page, Times times, Standing standing) {
        var until = standing.callUntil();
        return page.text(
                "portal.deal.standing.called",
                "granted",
                standing.granted() == null ? 1 : standing.granted(),
                "until",
                until == null ? "" : times.time(until));
    }
}
