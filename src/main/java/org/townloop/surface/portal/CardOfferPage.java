package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.CardSales;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stored;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Buying a gift voucher, a pass or a balance. */
@Controller
class CardOfferPage {

    /** What is sent where another amount is typed than those to choose from. */
    private static final String OTHER = "other";

    private record Found(Offer offer, Stored card) {}

    private final Offers offers;
    private final CardSales sales;
    private final CardOfferViews views;

    CardOfferPage(Offers offers, CardSales sales, CardOfferViews views) {
        this.offers = offers;
        this.sales = sales;
        this.views = views;
    }

    @GetMapping("/cards/{id}")
    View show(Page page, @PathVariable UUID id) {
        var found = found(id);
        return View.of("portal/card-offer", views.of(page, found.offer(), found.card(), Form.EMPTY));
    }

    @PostMapping("/cards/{id}")
    View buy(Page page, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var found = found(id);
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=" + page.encoded("/cards/" + id));
        }
        var wish = new CardSales.Wish(
                new OfferId(id),
                minor(typed, found.offer()),
                !Typed.text(typed, "gift").isEmpty());
        return switch (sales.order(actor, wish, Typed.text(typed, "key") + "/" + wish.minor() + "/" + wish.gift())) {
            case Outcome.Done<Order>(var order) ->
                View.seeOther("/orders/" + order.id().value() + "/checkout");
            case Outcome.Refused<Order>(var refusal) ->
                View.of(
                        "portal/card-offer",
                        views.of(page, found.offer(), found.card(), new Form(typed, refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    /** Nothing, which is no card's amount, for what is none. */
    private static long minor(Map<String, List<String>> typed, Offer offer) {
        var chosen = Typed.text(typed, "amount");
        return chosen.equals(OTHER) || chosen.isEmpty()
                ? Typed.minor(Typed.text(typed, OTHER), offer.price().exponent())
                        .orElse(0L)
                : chosen.matches("[0-9]{1,15}") ? Long.parseLong(chosen) : 0;
    }

    private Found found(UUID id) {
        var offer = RegionId.isIn(id) ? offers.get(List.of(new OfferId(id))).get(new OfferId(id)) : null;
        var card = offer == null ? null : offer.card();
        if (offer == null || card == null) {
            throw new Absent("card " + id);
        }
        return new Found(offer, card);
    }
}
