package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.CardPayments;
import org.townloop.loop.checkout.CardQuote;
import org.townloop.loop.checkout.ChosenCard;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardLeft;
import org.townloop.surface.page.Page;

/** Gathers which of a payer's cards fit, and what the chosen ones pay. */
@Component
class CardChoices {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CardPayments payments;
    private final Regions regions;

    CardChoices(CardPayments payments, Regions regions) {
        this.payments = payments;
        this.regions = regions;
    }

    /** Reads ids as an address or a form has them; what cannot be one is left out. */
    static List<ChosenCard> read(@Nullable List<String> ids) {
        return (ids == null ? List.<String>of() : ids)
                .stream()
                        .distinct()
                        .filter(id -> ID.matcher(id).matches())
                        .map(UUID::fromString)
                        .filter(RegionId::isIn)
                        .map(id -> new ChosenCard(new CardId(id), null))
                        .toList();
    }

    /** Those of them that fit. */
    List<ChosenCard> chosen(Actor payer, Order order, @Nullable List<String> ids) {
        var read = read(ids);
        var fitting = read.isEmpty()
                ? Set.of()
                : payments.fitting(payer, order).stream()
                        .map(card -> card.card().id())
                        .collect(Collectors.toSet());
        return read.stream().filter(each -> fitting.contains(each.card())).toList();
    }

    /**
     * @param due of what was held together
     * @param here the address of the page, without a query
     */
    CardChoice of(Page page, Actor payer, Order order, Money due, List<ChosenCard> chosen, String here) {
        var fitting = payments.fitting(payer, order);
        var ids = chosen.stream().map(ChosenCard::card).toList();
        var quote = ids.isEmpty() ? null : quote(payer, order, chosen);
        var rest = quote == null ? due : quote.rest();
        return new CardChoice(
                fitting.stream().map(card -> card(page, card, ids, here)).toList(),
                ids.stream().map(id -> id.value().toString()).toList(),
                quote == null ? null : pays(page, quote),
                page.money(rest),
                quote != null && rest.isZero());
    }

    private @Nullable CardQuote quote(Actor payer, Order order, List<ChosenCard> chosen) {
        return payments.quote(payer, order, chosen) instanceof Outcome.Done<CardQuote>(var quote) ? quote : null;
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

    private CardChoice.Card card(Page page, CardLeft card, List<CardId> chosen, String here) {
        var isChosen = chosen.contains(card.card().id());
        var next = new ArrayList<>(chosen);
        if (isChosen) {
            next.remove(card.card().id());
        } else {
            next.add(card.card().id());
        }
        return new CardChoice.Card(title(page, card.card()), says(page, card), isChosen, address(here, next));
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

    private static String address(String here, List<CardId> chosen) {
        return chosen.stream()
                .map(CardId::value)
                .map(UUID::toString)
                .map(id -> "card=" + id)
                .collect(Collectors.joining("&", chosen.isEmpty() ? here : here + "?", ""));
    }
}
