package org.townloop.surface.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.OwnCards;
import org.townloop.loop.checkout.ShownCards;
import org.townloop.loop.stored.CardCodes;
import org.townloop.loop.stored.CardId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.QrCode;
import org.townloop.surface.page.View;

/** Somebody shows a card at its counter: a code for some minutes, a new one each time. */
@Controller
class CardCodePage {

    private final ShownCards shown;
    private final OwnCards own;
    private final Places places;
    private final Regions regions;
    private final MyCardViews cards;

    CardCodePage(ShownCards shown, OwnCards own, Places places, Regions regions, MyCardViews cards) {
        this.shown = shown;
        this.own = own;
        this.places = places;
        this.regions = regions;
        this.cards = cards;
    }

    @PostMapping("/my-loop/cards/{id}/code")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return switch (shown.show(actor, new CardId(id))) {
            case Outcome.Done<CardCodes.Shown>(var code) -> View.of("portal/card-code", view(page, actor, id, code));
            case Outcome.Refused<CardCodes.Shown>(var refusal) ->
                View.of(
                        "portal/my-card",
                        cards.of(page, actor, new CardId(id), page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    private CardCodeView view(Page page, Actor actor, UUID id, CardCodes.Shown code) {
        var seen = own.get(actor, new CardId(id));
        var card = seen.card();
        var times = page.times().in(regions.get(card.id().region()).zone());
        return new CardCodeView(
                page,
                MyCardViews.href(card),
                page.say(seen.line().title()),
                page.say(places.get(card.place()).name()),
                left(page, seen),
                code.text(),
                new QrCode(code.text(), page.text("portal.card-code.code")),
                times.time(code.until()));
    }

    private static @Nullable String left(Page page, OwnCards.Seen seen) {
        var left = seen.left();
        return left == null ? null : MyCardViews.left(page, seen.card(), left);
    }
}
