package org.townloop.surface.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.CardLiabilities;
import org.townloop.loop.ledger.StoredMove.Kind;
import org.townloop.supply.offer.CardDesk;
import org.townloop.supply.offer.NewCard;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** The gift vouchers, passes and balances that a place sells: written, written anew, put on sale and taken off. */
@Controller
class CardsPage {

    private static final String PATH = "/desk/cards";

    private final Desks desks;
    private final CardDesk cards;
    private final CardLiabilities liabilities;
    private final Regions regions;

    CardsPage(Desks desks, CardDesk cards, CardLiabilities liabilities, Regions regions) {
        this.desks = desks;
        this.cards = cards;
        this.liabilities = liabilities;
        this.regions = regions;
    }

    @GetMapping(PATH)
    View show(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String saved) {
        var said = saved == null ? "" : page.text("desk.cards.saved");
        return open(page, actor, place, desk -> View.of("desk/cards", view(actor, desk, Form.EMPTY, null, said)));
    }

    /** One of them, to be written anew. */
    @GetMapping(PATH + "/{id}")
    View edit(Page page, Actor actor, @PathVariable UUID id) {
        var card = cards.get(actor, new OfferId(id));
        var sold = card.card();
        var fields = sold == null ? Map.<String, List<String>>of() : CardForm.of(card, sold);
        return open(
                page,
                actor,
                card.place().value(),
                desk -> View.of("desk/cards", view(actor, desk, new Form(fields, null), card, "")));
    }

    @PostMapping(PATH)
    View make(Page page, Actor actor, @RequestParam UUID place, @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, place, desk -> written(actor, desk, typed, null));
    }

    @PostMapping(PATH + "/{id}")
    View change(Page page, Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var card = cards.get(actor, new OfferId(id));
        return open(page, actor, card.place().value(), desk -> written(actor, desk, typed, card));
    }

    @PostMapping(PATH + "/{id}/sale")
    View sale(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String active) {
        var card = cards.get(actor, new OfferId(id));
        var outcome = cards.setOnSale(actor, card.id(), active.equals("true"));
        return open(page, actor, card.place().value(), desk -> answered(actor, desk, Map.of(), null, outcome));
    }

    private View open(Page page, Actor actor, @Nullable UUID place, Function<Desk, View> then) {
        return desks.open(page, actor, Right.RUN_PLACE, place, Desk.Tab.OFFERS, then);
    }

    private View written(Actor actor, Desk desk, Map<String, List<String>> typed, @Nullable Offer before) {
        var currency = regions.get(desk.place().region()).currency();
        var read = new CardForm(desk.place().id(), currency, typed).read(before == null ? null : before.id());
        var seen = before == null
                ? null
                : Integer.valueOf(Typed.number(Typed.text(typed, "version")).orElse(-1));
        var outcome = switch (read) {
            case Outcome.Refused<NewCard>(var refusal) -> Outcome.<Offer>refused(refusal);
            case Outcome.Done<NewCard>(var card) -> cards.write(actor, card, seen);
        };
        return answered(actor, desk, typed, before, outcome);
    }

    private View answered(
            Actor actor, Desk desk, Map<String, List<String>> typed, @Nullable Offer before, Outcome<Offer> outcome) {
        return switch (outcome) {
            case Outcome.Done<Offer> _ -> Saved.next(desk, PATH, false);
            case Outcome.Refused<Offer>(var refusal) ->
                View.of(
                        "desk/cards",
                        view(actor, desk, new Form(typed, refusal), before, ""),
                        Problems.status(refusal.reason()));
        };
    }

    private CardsView view(Actor actor, Desk desk, Form form, @Nullable Offer edited, String said) {
        var page = desk.page();
        var place = desk.place();
        return new CardsView(
                desk,
                form,
                cards.unkept(place.region()).map(page::refusal).orElse(null),
                said,
                edited == null ? null : edited.id().value().toString(),
                edited == null ? 0 : edited.version(),
                cards.all(actor, place.id()).stream()
                        .map(card -> row(page, card))
                        .toList(),
                cards.usable(actor, place.id()).stream()
                        .map(offer -> new CardsView.Choice(
                                offer.id().value().toString(),
                                page.say(offer.title()),
                                page.money(offer.price()),
                                form.value("of").equals(offer.id().value().toString())))
                        .toList(),
                figures(desk));
    }

    /** What was sold is what was used, what ran out, and what is still owed, less what came back. */
    private List<CardsView.Figure> figures(Desk desk) {
        var page = desk.page();
        var currency = regions.get(desk.place().region()).currency();
        var moved = liabilities.of(desk.merchant());
        var used = moved.getOrDefault(Kind.USED, 0L) - moved.getOrDefault(Kind.GIVEN_BACK, 0L);
        var expired = moved.getOrDefault(Kind.EXPIRED, 0L);
        var sold = moved.getOrDefault(Kind.SOLD, 0L);
        return moved.isEmpty()
                ? List.of()
                : List.of(
                        figure(page, "sold", new Money(sold, currency)),
                        figure(page, "used", new Money(used, currency)),
                        figure(page, "expired", new Money(expired, currency)),
                        figure(page, "owed", new Money(sold - used - expired, currency)));
    }

    private static CardsView.Figure figure(Page page, String name, Money amount) {
        return new CardsView.Figure(page.text("desk.cards." + name), page.money(amount));
    }

    private static CardsView.Row row(Page page, Offer offer) {
        var card = offer.card();
        var kind = card == null ? "" : page.text("page.card." + card.kind().code());
        return new CardsView.Row(
                offer.id().value().toString(),
                page.say(offer.title()),
                kind,
                page.money(offer.price()),
                offer.active());
    }
}
