package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
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
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/**
 * Shopping at a place that brings what it sells. The list travels in the form, in the bodies of requests, so that nobody's
 * address stands in a log; the browser keeps it without the address.
 */
@Controller
class ShopPage {

    private final ShopViews views;
    private final Doors doors;
    private final Checkouts checkouts;
    private final KeptLists kept;

    ShopPage(ShopViews views, Doors doors, Checkouts checkouts, KeptLists kept) {
        this.views = views;
        this.doors = doors;
        this.checkouts = checkouts;
        this.kept = kept;
    }

    /** @param put an article that was liked elsewhere */
    @GetMapping("/shops/{id}")
    View show(
            Page page, HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String put) {
        var begun = new LinkedHashMap<>(kept.of(request, place(id)));
        Typed.id(put).ifPresent(liked -> begun.putIfAbsent(ShoppingList.QUANTITY + liked, List.of("1")));
        return View.of("portal/shop", views.of(page, place(id), new Form(begun, null)));
    }

    /**
     * What the list comes to.
     *
     * @param about an article of which somebody wants to know more
     */
    @PostMapping("/shops/{id}")
    View update(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String about,
            @RequestParam MultiValueMap<String, String> sent) {
        var place = place(id);
        kept.keep(request, response, place, new ShoppingList(sent));
        return Typed.id(about)
                .map(article -> View.seeOther("/offers/" + article))
                .orElseGet(() -> reckoned(page, place, doors.read(page, sent, "")));
    }

    private View reckoned(Page page, PlaceId place, Map<String, List<String>> typed) {
        var wrong = views.wrong(place, new ShoppingList(typed));
        var view = views.of(page, place, new Form(typed, wrong));
        return wrong == null
                ? View.of("portal/shop", view)
                : View.of("portal/shop", view, Problems.status(wrong.reason()));
    }

    @PostMapping("/shops/{id}/hold")
    View hold(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        var place = place(id);
        kept.keep(request, response, place, new ShoppingList(sent));
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=" + ShopViews.href(place));
        }
        var typed = doors.read(page, sent, "");
        if (PointPicker.wasTapped(sent)) {
            return View.of("portal/shop", views.of(page, place, new Form(typed, null)));
        }
        var list = new ShoppingList(typed);
        var fetched = views.isFetched(place, list);
        var site = fetched ? null : list.site().orElse(null);
        var refusal = wrong(place, list, fetched, typed);
        var wishes = list.wishes(site);
        var held = refusal == null
                ? checkouts.holdTogether(actor, wishes, Typed.text(typed, "key") + "/" + wishes.hashCode())
                : Outcome.<Order>refused(refusal);
        return switch (held) {
            case Outcome.Done<Order>(var order) -> {
                kept.forget(request, response, place);
                yield View.seeOther("/orders/" + order.id().value() + "/checkout");
            }
            case Outcome.Refused<Order>(var why) ->
                View.of("portal/shop", views.of(page, place, new Form(typed, why)), Problems.status(why.reason()));
        };
    }

    private @Nullable Refusal wrong(
            PlaceId place, ShoppingList list, boolean fetched, Map<String, List<String>> typed) {
        var number = views.wrong(place, list);
        if (number != null) {
            return number;
        }
        if (list.chosen().isEmpty()) {
            return Refusal.of(CheckoutReason.LIST_EMPTY, "items");
        }
        var door = fetched ? null : Doors.wrong(typed, "", BookingReason.SITE_MISSING);
        if (door != null) {
            return door;
        }
        return Typed.text(typed, "slotStart").isEmpty()
                ? Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart")
                : Doors.wrongPhone(typed);
    }

    private PlaceId place(UUID id) {
        if (!RegionId.isIn(id) || !views.isShop(new PlaceId(id))) {
            throw new Absent("shop " + id);
        }
        return new PlaceId(id);
    }
}
