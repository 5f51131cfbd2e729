package org.townloop.surface.portal;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.ReturnedCards;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardLeft;
import org.townloop.loop.stored.Gifts;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** One's own gift vouchers, passes and balances, and those that were bought for others. */
@Controller
class MyCardsPage {

    private final ReturnedCards returned;
    private final Gifts gifts;
    private final MyCardViews views;

    MyCardsPage(ReturnedCards returned, Gifts gifts, MyCardViews views) {
        this.returned = returned;
        this.gifts = gifts;
        this.views = views;
    }

    @GetMapping("/my-loop/cards")
    View list(Page page, Actor actor) {
        return View.of("portal/my-cards", views.all(page, actor));
    }

    @GetMapping("/my-loop/cards/{id}")
    View show(Page page, Actor actor, @PathVariable UUID id) {
        return View.of("portal/my-card", views.of(page, actor, new CardId(id), null));
    }

    /** A new sheet for whoever is to have it: its address stands on this page only, and an earlier one opens nothing. */
    @PostMapping("/my-loop/cards/{id}/sheet")
    View sheet(Page page, Actor actor, @PathVariable UUID id) {
        var card = new CardId(id);
        return switch (gifts.link(actor, card)) {
            case Outcome.Done<String>(var secret) ->
                View.of("portal/gift-sheet", views.sheet(page, actor, card, secret));
            case Outcome.Refused<String>(var refusal) -> refused(page, actor, card, refusal);
        };
    }

    @PostMapping("/my-loop/cards/{id}/withdrawal")
    View withdraw(Page page, Actor actor, @PathVariable UUID id) {
        return seen(page, actor, new CardId(id), returned.withdraw(actor, new CardId(id)));
    }

    @PostMapping("/my-loop/cards/{id}/giving-up")
    View giveUp(Page page, Actor actor, @PathVariable UUID id) {
        return seen(page, actor, new CardId(id), returned.giveUp(actor, new CardId(id)));
    }

    private View seen(Page page, Actor actor, CardId card, Outcome<CardId> outcome) {
        return switch (outcome) {
            case Outcome.Done<CardId> _ -> View.seeOther("/my-loop/cards/" + card.value());
            case Outcome.Refused<CardId>(var refusal) -> refused(page, actor, card, refusal);
        };
    }

    private View refused(Page page, Actor actor, CardId card, Refusal refusal) {
        return View.of(
                "portal/my-card",
                views.of(page, actor, card, page.refusal(refusal)),
                Problems.status(refusal.reason()));
    }

    /** What is on it, for whoever has the secret; claiming it needs an account. */
    @GetMapping("/gifts/{secret}")
    View gift(Page page, @PathVariable String secret) {
        return View.of("portal/gift", views.claimable(page, secret, behind(secret), null));
    }

    @PostMapping("/gifts/{secret}")
    View claim(Page page, @PathVariable String secret) {
        var actor = page.actor();
        if (actor == null) {
            return View.seeOther("/sign-in?next=/gifts/" + secret);
        }
        return switch (gifts.claim(actor, secret)) {
            case Outcome.Done<CardId>(var card) -> View.seeOther("/my-loop/cards/" + card.value());
            case Outcome.Refused<CardId>(var refusal) ->
                View.of(
                        "portal/gift",
                        views.claimable(page, secret, behind(secret), page.refusal(refusal)),
                        Problems.status(refusal.reason()));
        };
    }

    /** What opens nothing looks like any page that there is not. */
    private CardLeft behind(String secret) {
        return gifts.behind(secret).orElseThrow(() -> new Absent("a gift"));
    }
}
