package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Ride;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/**
 * Being taken from a door to another one: where these are, what it costs, now or later. What is typed here is sent in the
 * body of a request, as with homes that are visited.
 */
@Controller
class RidePage {

    /** An offer that is a ride. */
    private record Sold(Offer offer, Ride ride) {}

    private final Offers offers;
    private final RideViews views;
    private final Checkouts checkouts;

    RidePage(Offers offers, RideViews views, Checkouts checkouts) {
        this.offers = offers;
        this.views = views;
        this.checkouts = checkouts;
    }

    @GetMapping("/offers/{id}/ride")
    View show(Page page, @PathVariable UUID id) {
        return view(page, ride(id), Form.EMPTY);
    }

    /** The fare and the times for a way; nothing is kept. */
    @PostMapping("/offers/{id}/ride")
    View look(Page page, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var sold = ride(id);
        var typed = views.read(page, sent);
        var refusal = RideViews.wasTapped(sent) || isHalf(sent) ? null : wrong(sold, typed);
        return view(page, sold, new Form(typed, refusal));
    }

    @PostMapping("/offers/{id}/ride/hold")
    View hold(Page page, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var sold = ride(id);
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=/offers/" + id + "/ride");
        }
        var typed = views.read(page, sent);
        var wish = wish(sold.offer(), typed);
        var refusal = wrong(sold, typed);
        var held = refusal == null
                ? checkouts.hold(actor, wish, Typed.text(typed, "key") + "/" + wish.hashCode())
                : Outcome.<Order>refused(refusal);
        return switch (held) {
            case Outcome.Done<Order>(var order) ->
                View.seeOther("/orders/" + order.id().value() + "/checkout");
            case Outcome.Refused<Order>(var why) -> view(page, sold, new Form(typed, why));
        };
    }

    /** Whoever chose a remembered address may still have the other one to say. */
    private static boolean isHalf(Map<String, List<String>> sent) {
        return sent.containsKey("remembered") || sent.containsKey(RideViews.TO + "remembered");
    }

    private View view(Page page, Sold sold, Form form) {
        var refusal = form.refusal();
        return View.of(
                "portal/ride",
                views.of(page, sold.offer(), sold.ride(), form),
                refusal == null ? HttpStatus.OK : Problems.status(refusal.reason()));
    }

    /** Now, or the start that was chosen, at the fare that stood beside it. */
    private static HoldOrder wish(Offer offer, Map<String, List<String>> typed) {
        var now = Typed.text(typed, "now");
        var chosen = (now.isEmpty() ? Typed.text(typed, "start") : now).split("/", 2);
        var from = Doors.point(typed, "");
        var to = Doors.point(typed, RideViews.TO);
        return new HoldOrder(
                offer.id(),
                Typed.moment(chosen[0]).orElse(null),
                null,
                1,
                from == null || to == null
                        ? null
                        : new Site(
                                Typed.text(typed, "address"),
                                from,
                                new Site(Typed.text(typed, RideViews.TO + "address"), to)),
                RideViews.answers(typed),
                chosen.length == 2 && chosen[1].matches("[0-9]{1,15}") ? Long.valueOf(chosen[1]) : null);
    }

    private @Nullable Refusal wrong(Sold sold, Map<String, List<String>> typed) {
        return Stream.of(
                        Doors.wrong(typed, "", BookingReason.SITE_MISSING),
                        Doors.wrong(typed, RideViews.TO, BookingReason.DESTINATION_MISSING),
                        Doors.wrongPhone(typed),
                        tooMany(sold.ride(), typed))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .or(() -> views.undriven(sold.offer(), sold.ride(), typed))
                .orElse(null);
    }

    private static @Nullable Refusal tooMany(Ride ride, Map<String, List<String>> typed) {
        var people = Typed.text(typed, HoldOrder.GUESTS);
        var fits = people.isEmpty()
                || people.matches("[0-9]{1,3}")
                        && Integer.parseInt(people) >= 1
                        && Integer.parseInt(people) <= ride.seats();
        return fits
                ? null
                : Refusal.of(
                        BookingReason.TOO_MANY_FOR_VEHICLE, "answers." + HoldOrder.GUESTS, Map.of("max", ride.seats()));
    }

    private Sold ride(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        var offer = offers.get(new OfferId(id));
        if (!(offer.arrangement() instanceof Ride ride)) {
            throw new Absent("ride " + id);
        }
        return new Sold(offer, ride);
    }
}
