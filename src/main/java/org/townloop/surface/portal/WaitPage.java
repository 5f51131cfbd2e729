package org.townloop.surface.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Waiting;
import org.townloop.loop.ordering.Wait;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Joining the line for a day that is full, and leaving it. */
@Controller
class WaitPage {

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);

    private record Span(Instant from, Instant to) {}

    private final Waiting waiting;
    private final Offers offers;
    private final OfferViews views;
    private final Regions regions;

    WaitPage(Waiting waiting, Offers offers, OfferViews views, Regions regions) {
        this.waiting = waiting;
        this.offers = offers;
        this.views = views;
        this.regions = regions;
    }

    @PostMapping("/offers/{id}/wait")
    View join(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "1") String people) {
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=" + encoded(back(id, day, part, people)));
        }
        var offer = offers.get(new OfferId(id));
        var count = people.strip().matches("[0-9]{1,3}") ? Integer.parseInt(people.strip()) : 0;
        var on = Typed.day(day).orElse(LocalDate.MIN);
        return switch (joined(actor, offer, on, part, count)) {
            case Outcome.Done<Wait> _ -> View.seeOther("/my-loop#waits");
            case Outcome.Refused<Wait>(var refusal) -> again(page, offer, on, part, count, refusal);
        };
    }

    @PostMapping("/waits/{id}/leave")
    View leave(Actor actor, @PathVariable UUID id) {
        waiting.leave(actor, id);
        return View.seeOther("/my-loop#waits");
    }

    private Outcome<Wait> joined(Actor actor, Offer offer, LocalDate day, String part, int people) {
        var span = day.equals(LocalDate.MIN)
                ? new Span(Instant.EPOCH, Instant.EPOCH)
                : span(day, part, regions.get(offer.region()).zone());
        return waiting.join(actor, offer.id(), span.from(), span.to(), people);
    }

    private static Span span(LocalDate day, String part, ZoneId zone) {
        var begins = day.atStartOfDay(zone).toInstant();
        var ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        var noon = day.atTime(NOON).atZone(zone).toInstant();
        var six = day.atTime(SIX).atZone(zone).toInstant();
        return switch (part) {
            case "morning" -> new Span(begins, noon);
            case "afternoon" -> new Span(noon, six);
            case "evening" -> new Span(six, ends);
            default -> new Span(begins, ends);
        };
    }

    /** The offer with the same wish, for who comes back from signing in. */
    private static String back(UUID id, String day, String part, String people) {
        return "/offers/" + id + "?day=" + encoded(day) + "&part=" + encoded(part) + "&people=" + encoded(people)
                + "#waiting";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private View again(Page page, Offer offer, LocalDate day, String part, int people, Refusal refusal) {
        var shown = day.equals(LocalDate.MIN) ? null : day;
        var asked = new Asked(shown, null, people, Map.of(), Map.of("part", part));
        return View.of(
                "portal/offer", views.of(page, offer, asked, page.refusal(refusal)), Problems.status(refusal.reason()));
    }
}
