package org.townloop.surface.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Site;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/**
 * Having something done at home: where that is, and in which window. What is typed here is sent in the body of a request,
 * so that nobody's address stands in a log or in the list of pages that a browser remembers.
 */
@Controller
class DoorPage {

    private final Offers offers;
    private final DoorViews views;
    private final Checkouts checkouts;

    DoorPage(Offers offers, DoorViews views, Checkouts checkouts) {
        this.offers = offers;
        this.views = views;
        this.checkouts = checkouts;
    }

    /** @param at the beginning of a window that was liked before the address was known */
    @GetMapping("/offers/{id}/door")
    View show(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String at) {
        var liked = Typed.moment(at).isPresent() ? Map.of("at", List.of(at)) : Map.<String, List<String>>of();
        return View.of("portal/door", views.of(page, atHome(id), new Form(liked, null)));
    }

    /** The windows for an address; nothing is kept. */
    @PostMapping("/offers/{id}/door")
    View look(Page page, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var offer = atHome(id);
        var typed = views.read(page, sent);
        if (PointPicker.wasTapped(sent)) {
            return View.of("portal/door", views.of(page, offer, new Form(typed, null)));
        }
        var refusal = wrong(offer, typed);
        return View.of(
                "portal/door",
                views.of(page, offer, new Form(typed, refusal)),
                refusal == null ? HttpStatus.OK : Problems.status(refusal.reason()));
    }

    @PostMapping("/offers/{id}/door/hold")
    View hold(Page page, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var offer = atHome(id);
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=/offers/" + id + "/door");
        }
        var typed = views.read(page, sent);
        var wish = wish(offer, typed);
        var refusal = wrong(offer, typed);
        var held = refusal == null
                ? checkouts.hold(actor, wish, Typed.text(typed, "key") + "/" + wish.hashCode())
                : Outcome.<Order>refused(refusal);
        return switch (held) {
            case Outcome.Done<Order>(var order) ->
                View.seeOther("/orders/" + order.id().value() + "/checkout");
            case Outcome.Refused<Order>(var why) ->
                View.of("portal/door", views.of(page, offer, new Form(typed, why)), Problems.status(why.reason()));
        };
    }

    private static HoldOrder wish(Offer offer, Map<String, List<String>> typed) {
        var point = Doors.point(typed, "");
        var answers = new HashMap<String, String>();
        var phone = Typed.text(typed, "phone");
        if (!phone.isEmpty()) {
            answers.put("phone", phone);
        }
        return new HoldOrder(
                offer.id(),
                Typed.moment(Typed.text(typed, "slotStart")).orElse(null),
                null,
                1,
                point == null ? null : new Site(Typed.text(typed, "address"), point),
                answers);
    }

    private @Nullable Refusal wrong(Offer offer, Map<String, List<String>> typed) {
        var door = Doors.wrong(typed, "", BookingReason.SITE_MISSING);
        var wrong = door == null ? Doors.wrongPhone(typed) : door;
        var point = Doors.point(typed, "");
        return wrong != null || point == null
                ? wrong
                : views.tooFar(offer, point).orElse(null);
    }

    private Offer atHome(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        var offer = offers.get(new OfferId(id));
        if (!(offer.arrangement() instanceof HomeVisit)) {
            throw new Absent("offer at home " + id);
        }
        return offer;
    }
}
