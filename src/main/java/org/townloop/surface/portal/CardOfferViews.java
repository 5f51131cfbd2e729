package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.ReturnedCards;
import org.townloop.loop.stored.StoredTerms;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.CardShelf;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stored;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;

/** Gathers what is shown of gift vouchers, passes and balances that are sold. */
@Component
class CardOfferViews {

    private final CardShelf shelf;
    private final Offers offers;
    private final Places places;
    private final StoredTerms terms;
    private final ReturnedCards returned;

    CardOfferViews(CardShelf shelf, Offers offers, Places places, StoredTerms terms, ReturnedCards returned) {
        this.shelf = shelf;
        this.offers = offers;
        this.places = places;
        this.terms = terms;
        this.returned = returned;
    }

    /** Those that a place sells; none where nobody keeps their money any more. */
    List<OfferView.Other> at(Page page, PlaceId place) {
        return terms.refusal(place.region()).isPresent()
                ? List.of()
                : shelf.at(place).stream()
                        .map(offer -> new OfferView.Other(
                                page.say(offer.title()), price(page, offer), Extents.of(page, offer), href(offer)))
                        .toList();
    }

    CardOfferView of(Page page, Offer offer, Stored card, Form form) {
        var place = places.get(offer.place());
        var isPass = card.kind() == Stored.Kind.PASS;
        return new CardOfferView(
                page,
                form,
                UUID.randomUUID().toString(),
                href(offer),
                card.kind().code(),
                page.say(offer.title()),
                page.say(offer.description()),
                page.say(place.name()),
                new SearchAddress(Map.of("place", List.of(place.id().value().toString()))).toString(),
                unsold(page, offer),
                isPass ? String.valueOf(offer.price().minor()) : null,
                isPass ? pays(page, offer, card) : null,
                amounts(page, offer, card, form),
                between(page, offer, card),
                card.kind() != Stored.Kind.BALANCE,
                terms(page, offer.region()));
    }

    private @Nullable String unsold(Page page, Offer offer) {
        return offer.active()
                ? terms.refusal(offer.region()).map(page::refusal).orElse(null)
                : page.text("portal.cards.off-sale");
    }

    /** Beside what the uses cost one by one. */
    private String pays(Page page, Offer offer, Stored card) {
        var of = card.of();
        var single = of == null ? null : offers.get(List.of(of)).get(of);
        return page.text(
                "portal.cards.pays",
                "uses",
                card.uses() == null ? 0 : card.uses(),
                "title",
                single == null ? "" : page.say(single.title()),
                "price",
                page.money(offer.price()),
                "single",
                single == null ? "" : page.money(single.price()));
    }

    private static List<CardOfferView.Amount> amounts(Page page, Offer offer, Stored card, Form form) {
        var first =
                card.amounts().isEmpty() ? "" : String.valueOf(card.amounts().getFirst());
        return card.amounts().stream()
                .map(minor -> new CardOfferView.Amount(
                        String.valueOf(minor),
                        page.money(new Money(minor, offer.price().currency())),
                        form.value("amount", first).equals(String.valueOf(minor))))
                .toList();
    }

    private static @Nullable String between(Page page, Offer offer, Stored card) {
        var least = card.least();
        var most = card.most();
        return least == null || most == null
                ? null
                : page.text(
                        "portal.cards.between",
                        "least",
                        page.money(new Money(least, offer.price().currency())),
                        "most",
                        page.money(new Money(most, offer.price().currency())));
    }

    List<String> terms(Page page, RegionId region) {
        var said = terms.inForce(region);
        var sentences = new ArrayList<String>();
        sentences.add(
                said.months() == null || said.months() == 0
                        ? page.text("portal.cards.for-ever")
                        : page.text("portal.cards.months", "months", said.months()));
        sentences.add(page.text("portal.cards.withdraw", "days", returned.withdrawDays()));
        if (said.depositary() != null) {
            sentences.add(page.text("portal.cards.kept-by", "bank", said.depositary()));
        }
        return sentences;
    }

    static String href(Offer offer) {
        return "/cards/" + offer.id().value();
    }

    private static String price(Page page, Offer offer) {
        var card = offer.card();
        var one = card == null
                || card.kind() == Stored.Kind.PASS
                || card.amounts().size() == 1 && card.least() == null;
        return one ? page.money(offer.price()) : page.text("portal.cards.from", "price", page.money(offer.price()));
    }
}
