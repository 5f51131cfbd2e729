package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.CardPayments;
import org.townloop.loop.checkout.CardQuote;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardLeft;
import org.townloop.surface.page.Page;

/** Gathers which of a payer's cards fit, and what the chosen ones pay. */
@Component
class CardChoices {

    private static final Comparator<CardLeft> PASSES_FIRST =
            Comparator.comparing(card -> card.card().kind() != CardKind.PASS);

    private final CardPayments payments;
    private final Regions regions;

    CardChoices(CardPayments payments, Regions regions) {
        this.payments = payments;
        this.regions = regions;
    }

    /**
     * @param due of what was held together
     * @param wanted what they chose; if nothing was said yet, what serves them is chosen for them
     * @param here the address of the page, without a query
     */
    CardChoice of(Page page, Actor payer, Order order, Money due, ChosenCards wanted, String here) {
        var fitting =
                payments.fitting(payer, order).stream().sorted(PASSES_FIRST).toList();
        var chosen = wanted.said() ? fitting(wanted, fitting) : serving(fitting, due);
        var quote = quote(payer, order, chosen, due);
        var paid = quote instanceof Outcome.Done<CardQuote>(var done) ? done : null;
        return new CardChoice(
                here,
                inOrder(fitting, chosen).stream()
                        .map(card -> card(page, card, chosen, here))
                        .toList(),
                paid == null || chosen.isEmpty() ? null : pays(page, paid),
                quote instanceof Outcome.Refused<CardQuote>(var refusal) ? page.refusal(refusal) : null,
                page.money(paid == null ? due : paid.rest()),
                paid != null && !chosen.isEmpty() && paid.rest().isZero());
    }

    /** A pass pays all of what it is for. Else amounts, what runs out first before the others, until it is enough. */
    private static ChosenCards serving(List<CardLeft> fitting, Money due) {
        var chosen = new ArrayList<ChosenCards.One>();
        var open = due.minor();
        for (var each : fitting) {
            var isPass = each.card().kind() == CardKind.PASS;
            if (open > 0 && (!isPass || chosen.isEmpty())) {
                chosen.add(new ChosenCards.One(each.card().id(), ""));
                open = isPass ? 0 : open - each.left().minor();
            }
        }
        return new ChosenCards(List.copyOf(chosen), true);
    }

    private static ChosenCards fitting(ChosenCards wanted, List<CardLeft> fitting) {
        return new ChosenCards(
                wanted.all().stream()
                        .filter(one -> fitting.stream()
                                .anyMatch(card -> card.card().id().equals(one.card())))
                        .toList(),
                true);
    }

    /** The chosen before the others, in the order in which they are drawn on. */
    private static List<CardLeft> inOrder(List<CardLeft> fitting, ChosenCards chosen) {
        var ids = chosen.all().stream().map(ChosenCards.One::card).toList();
        return fitting.stream()
                .sorted(Comparator.comparing((CardLeft card) ->
                        ids.contains(card.card().id()) ? ids.indexOf(card.card().id()) : ids.size()))
                .toList();
    }

    private Outcome<CardQuote> quote(Actor payer, Order order, ChosenCards chosen, Money due) {
        return chosen.isEmpty()
                ? Outcome.done(new CardQuote(List.of(), due))
                : chosen.asked(due.exponent()).then(asked -> payments.quote(payer, order, asked));
    }

    private static String pays(Page page, CardQuote quote) {
        var uses = quote.parts().stream()
                .map(CardQuote.Part::uses)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        if (uses > 0) {
            return page.text("portal.card-pay.pays-uses", "count", uses);
        }
        var amount = page.money(quote.parts().stream()
                .map(CardQuote.Part::amount)
                .reduce(Money::plus)
                .orElse(quote.rest()));
        return quote.rest().isZero()
                ? page.text("portal.card-pay.pays-all", "amount", amount)
                : page.text("portal.card-pay.pays-part", "amount", amount, "rest", page.money(quote.rest()));
    }

    private CardChoice.Card card(Page page, CardLeft card, ChosenCards chosen, String here) {
        var id = card.card().id();
        return new CardChoice.Card(
                id.value().toString(),
                title(page, card.card()),
                says(page, card),
                chosen.has(id),
                chosen.toggled(id).address(here),
                card.card().kind() == CardKind.PASS ? null : chosen.amountOf(id));
    }

    private static String title(Page page, Card card) {
        return page.text(
                switch (card.kind()) {
                    case GIFT -> "portal.card-pay.gift";
                    case PASS -> "portal.card-pay.pass";
                    case BALANCE -> "portal.card-pay.balance";
                });
    }

    private String says(Page page, CardLeft card) {
        var left = card.card().kind() == CardKind.PASS
                ? page.text("portal.card-pay.left-uses", "count", card.card().usesLeft(card.left()))
                : page.text("portal.card-pay.left", "amount", page.money(card.left()));
        var until = card.card().expiresAt();
        return until == null
                ? left
                : left
                        + page.gap()
                        + page.text(
                                "portal.card-pay.until",
                                "date",
                                page.times()
                                        .in(regions.get(card.card().id().region())
                                                .zone())
                                        .date(until));
    }
}
