package org.townloop.surface.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.ordering.Basket;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** What was put in the basket: changed, thrown out, and booked, all of it or nothing. */
@Controller
class BasketPage {

    private static final String HERE = "/basket";

    private final Picks picks;
    private final BasketViews views;
    private final BasketCheckouts baskets;

    BasketPage(Picks picks, BasketViews views, BasketCheckouts baskets) {
        this.picks = picks;
        this.views = views;
        this.baskets = baskets;
    }

    @GetMapping(HERE)
    View show(Page page, HttpServletRequest request) {
        return View.of("portal/basket", views.of(page, picks.of(request), null));
    }

    @PostMapping("/basket/remove")
    View remove(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "-1") String item) {
        var kept = new ArrayList<>(picks.of(request));
        int number = Typed.number(item).orElse(-1);
        if (number >= 0 && number < kept.size()) {
            kept.remove(number);
            picks.keep(response, kept);
        }
        return View.seeOther(HERE);
    }

    /** Takes one of the nearest free times instead. */
    @PostMapping("/basket/time")
    View change(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "-1") String item,
            @RequestParam(defaultValue = "") String slotStart) {
        var kept = new ArrayList<>(picks.of(request));
        int number = Typed.number(item).orElse(-1);
        if (number >= 0 && number < kept.size()) {
            Typed.moment(slotStart)
                    .ifPresent(start -> kept.set(number, kept.get(number).at(start)));
            picks.keep(response, kept);
        }
        return View.seeOther(HERE);
    }

    /** @param key of the page; another basket on the same page is another wish */
    @PostMapping("/basket/hold")
    View hold(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String key) {
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=" + HERE);
        }
        var wanted = picks.of(request);
        if (wanted.isEmpty()) {
            return View.seeOther(HERE);
        }
        var wishes = wanted.stream().map(Pick::wish).toList();
        return switch (baskets.hold(actor, wishes, key + "/" + Integer.toHexString(wishes.hashCode()))) {
            case Outcome.Done<Basket>(var basket) -> {
                picks.keep(response, List.of());
                yield View.seeOther("/baskets/" + basket.id().value());
            }
            case Outcome.Refused<Basket>(var refusal) ->
                View.of("portal/basket", views.of(page, wanted, refusal), Problems.status(refusal.reason()));
        };
    }
}
