package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.RequestReason;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Puts a time in the basket instead of booking it: once or several times, for one or for several people at once. */
@Controller
class PickPage {

    private static final int MOST_AT_ONCE = 8;

    private final Offers offers;
    private final Regions regions;
    private final Picks picks;
    private final OfferViews views;

    PickPage(Offers offers, Regions regions, Picks picks, OfferViews views) {
        this.offers = offers;
        this.regions = regions;
        this.picks = picks;
        this.views = views;
    }

    /**
     * @param quantity of what is had together; for an appointment so many people are served at once, each by somebody of
     *     their own and with a voucher of their own
     * @param every how it is repeated, as {@link Repeat} says
     * @param times how often, the first time included
     */
    @PostMapping("/offers/{id}/pick")
    View pick(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String slotStart,
            @RequestParam(defaultValue = "") String slotEnd,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(defaultValue = "") String every,
            @RequestParam(defaultValue = "1") String times,
            @RequestParam Map<String, String> form) {
        var offer = offers.get(new OfferId(id));
        var start = Typed.moment(slotStart).orElse(null);
        if (start == null) {
            return View.seeOther("/offers/" + id);
        }
        var end = Typed.moment(slotEnd).orElse(null);
        var many = Typed.number(quantity).orElse(0);
        var most = isForOne(offer) ? MOST_AT_ONCE : HoldOrder.MOST;
        if (many < 1 || many > most) {
            var refusal = Refusal.of(CheckoutReason.QUANTITY_INVALID, "quantity", Map.of("max", most));
            return again(page, offer, start, many, form, refusal);
        }
        var each = isForOne(offer) ? 1 : many;
        var starts = end == null ? starts(offer, start, every, times) : List.of(start);
        var picked = starts.stream()
                .map(at -> new Pick(id, at, end, each, OfferPage.answers(form)))
                .flatMap(pick -> Collections.nCopies(isForOne(offer) ? many : 1, pick).stream())
                .toList();
        var full = Refusal.of(RequestReason.BASKET_FULL, "items", Map.of("max", BasketCheckouts.MOST));
        return picks.add(request, response, picked)
                ? View.seeOther("/basket")
                : again(page, offer, start, many, form, full);
    }

    private List<Instant> starts(Offer offer, Instant start, String every, String times) {
        var zone = regions.get(offer.region()).zone();
        return Repeat.read(every).from(start, zone, Typed.number(times).orElse(1));
    }

    /** With what was chosen. */
    private View again(Page page, Offer offer, Instant start, int many, Map<String, String> form, Refusal refusal) {
        var asked = new Asked(null, start, many, OfferPage.answers(form), form);
        return View.of(
                "portal/offer", views.of(page, offer, asked, page.refusal(refusal)), Problems.status(refusal.reason()));
    }

    private static boolean isForOne(Offer offer) {
        return offer.arrangement() instanceof Appointment;
    }
}
