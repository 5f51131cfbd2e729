package org.townloop.surface.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.checkout.ChargebackDesk;
import org.townloop.loop.payment.ChargebackId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Payments that payers object to at their bank, and what the merchant says to that. */
@Controller
class ChargebacksPage {

    /** What was typed as an answer and could not be taken. */
    record Attempt(UUID chargeback, String typed, Refusal refusal) {}

    private final Desks desks;
    private final ChargebackDesk chargebacks;
    private final ChargebackCards cards;

    ChargebacksPage(Desks desks, ChargebackDesk chargebacks, ChargebackCards cards) {
        this.desks = desks;
        this.chargebacks = chargebacks;
        this.cards = cards;
    }

    @GetMapping("/desk/chargebacks")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable UUID place) {
        return desks.open(
                page,
                actor,
                Right.SEE_STATEMENT,
                place,
                Desk.Tab.STATEMENT,
                desk -> View.of("desk/chargebacks", cards.of(desk, actor, null)));
    }

    @PostMapping("/desk/chargebacks/{id}")
    View answer(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID place,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String key) {
        return switch (chargebacks.answer(actor, new PlaceId(place), new ChargebackId(id), answer, key)) {
            case Outcome.Done<ChargebackId> _ -> View.seeOther("/desk/chargebacks?place=" + place + "#c" + id);
            case Outcome.Refused<ChargebackId>(var refusal) ->
                desks.open(
                        page,
                        actor,
                        Right.SEE_STATEMENT,
                        place,
                        Desk.Tab.STATEMENT,
                        desk -> View.of(
                                "desk/chargebacks",
                                cards.of(desk, actor, new Attempt(id, answer, refusal)),
                                Problems.status(refusal.reason())));
        };
    }
}
