package org.townloop.surface.counter;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.CardDrawing;
import org.townloop.loop.checkout.DrawBook;
import org.townloop.loop.checkout.ShownCards;
import org.townloop.loop.stored.Card;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/**
 * Somebody pays with a card that they show: its code is scanned or typed, then the amount or the visits of a pass, and the
 * answer fills the screen. It needs a network, and says so.
 */
@Controller
class DrawPage {

    private final Workplaces workplaces;
    private final ShownCards shown;
    private final CardDrawing drawing;
    private final DrawBook book;
    private final DrawViews views;

    DrawPage(Workplaces workplaces, ShownCards shown, CardDrawing drawing, DrawBook book, DrawViews views) {
        this.workplaces = workplaces;
        this.shown = shown;
        this.drawing = drawing;
        this.book = book;
        this.views = views;
    }

    /** @param code of what is shown; empty before it was scanned */
    @GetMapping("/counter/cards")
    View look(Page page, Actor staff, @RequestParam UUID place, @RequestParam(defaultValue = "") String code) {
        var here = at(staff, place);
        return code.isBlank()
                ? View.of("counter/card", views.ask(page, here, "", null))
                : switch (shown.look(staff, here.id(), code)) {
                    case Outcome.Done<Card>(var card) ->
                        View.of("counter/card", views.found(page, here, card, code, Map.of(), null));
                    case Outcome.Refused<Card>(var refusal) -> unknown(page, here, code, refusal);
                };
    }

    @PostMapping("/counter/cards")
    View draw(
            Page page,
            Actor staff,
            @RequestParam UUID place,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> typed) {
        var here = at(staff, place);
        var wish = new CardDrawing.Wish(
                here.id(),
                code,
                Typed.minor(typed.getOrDefault("amount", ""), views.decimals(here))
                        .orElse(0L),
                uses(typed.getOrDefault("uses", "")));
        return switch (drawing.draw(staff, wish, key)) {
            case Outcome.Done<UUID>(var draw) -> View.seeOther("/counter/cards/draws/" + draw);
            case Outcome.Refused<UUID>(var refusal) ->
                switch (shown.look(staff, here.id(), code)) {
                    case Outcome.Done<Card>(var card) ->
                        View.of(
                                "counter/card",
                                views.found(page, here, card, code, typed, refusal),
                                HttpStatus.UNPROCESSABLE_CONTENT);
                    case Outcome.Refused<Card> _ -> unknown(page, here, code, refusal);
                };
        };
    }

    /** An address of its own, so that looking at it again takes nothing. */
    @GetMapping("/counter/cards/draws/{id}")
    View drawn(Page page, Actor staff, @PathVariable UUID id) {
        return drawn(page, staff, id, null);
    }

    @PostMapping("/counter/cards/draws/{id}/undo")
    View undo(Page page, Actor staff, @PathVariable UUID id) {
        return switch (book.undo(staff, id)) {
            case Outcome.Done<UUID> _ -> View.seeOther("/counter/cards/draws/" + id);
            case Outcome.Refused<UUID>(var refusal) -> drawn(page, staff, id, refusal);
        };
    }

    private View drawn(Page page, Actor staff, UUID id, @Nullable Refusal refusal) {
        var drawn = book.get(staff, id);
        var here = workplaces.get(staff, Right.REDEEM, drawn.card().place());
        var view = views.drawn(page, here, drawn, refusal);
        return refusal == null
                ? View.of("counter/card", view)
                : View.of("counter/card", view, Problems.status(refusal.reason()));
    }

    private View unknown(Page page, Place here, String code, Refusal refusal) {
        return View.of("counter/card", views.ask(page, here, code, refusal), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Place at(Actor staff, UUID place) {
        return workplaces.get(staff, Right.REDEEM, new PlaceId(place));
    }

    private static int uses(String typed) {
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
