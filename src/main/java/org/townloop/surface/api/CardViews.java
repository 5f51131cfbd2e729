package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.OwnCards;
import org.townloop.loop.checkout.ReturnedCards;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.StoredTerms;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.CardShelf;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stored;

/** Cards as JSON shows them: those that somebody owns, and those that are sold. */
@Component
class CardViews {

    /**
     * @param worth what it was sold for
     * @param left what can be paid with it now; not there for who gave it away
     * @param offerId of a pass, what it is good for
     * @param uses of a pass, how many it was sold with
     * @param usesLeft of a pass, how many whole ones are left
     * @param claimedAt of a gift, when somebody claimed it
     * @param withdrawableUntil until when its buyer may give it back; not there if they may not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnCardJson(
            UUID id,
            String kind,
            String title,
            UUID placeId,
            String state,
            Amount worth,
            @Nullable Amount left,
            @Nullable UUID offerId,
            @Nullable Integer uses,
            @Nullable Integer usesLeft,
            OffsetDateTime soldAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable OffsetDateTime claimedAt,
            @Nullable OffsetDateTime withdrawableUntil) {}

    /**
     * @param amounts to choose from; of a pass its price
     * @param least of any other amount; not there if there are no others
     * @param most of any other amount
     * @param usesOf of a pass, the offer that it is good for
     * @param gift whether it can be bought for somebody else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CardOnSaleJson(
            UUID offerId,
            String kind,
            String title,
            String description,
            List<Amount> amounts,
            @Nullable Amount least,
            @Nullable Amount most,
            @Nullable UUID usesOf,
            @Nullable Integer uses,
            boolean gift) {}

    /**
     * @param months how long what is bought now is good; 0 for ever
     * @param keptBy the bank that keeps the money of cards; not there if nobody does, and nothing is sold
     * @param withdrawDays for how long an unused card can be given back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShelfJson(
            List<CardOnSaleJson> cards,
            @Nullable Integer months,
            @Nullable String keptBy,
            long withdrawDays) {}

    private final CardShelf shelf;
    private final StoredTerms terms;
    private final ReturnedCards returned;
    private final Moments moments;

    CardViews(CardShelf shelf, StoredTerms terms, ReturnedCards returned, Moments moments) {
        this.shelf = shelf;
        this.terms = terms;
        this.returned = returned;
        this.moments = moments;
    }

    OwnCardJson own(OwnCards.Seen seen, Locale locale) {
        var card = seen.card();
        var region = card.id().region();
        var left = seen.left();
        var offer = card.offer();
        return new OwnCardJson(
                card.id().value(),
                card.kind().name(),
                seen.line().title().in(locale),
                card.place().value(),
                card.state().name(),
                Amount.of(card.worth()),
                Amount.ofNullable(left),
                offer == null ? null : offer.value(),
                card.uses(),
                left == null || card.kind() != CardKind.PASS ? null : card.usesLeft(left),
                moments.in(region, card.soldAt()),
                moments.inNullable(region, card.expiresAt()),
                moments.inNullable(
                        region, seen.gift() == null ? null : seen.gift().claimedAt()),
                moments.inNullable(region, seen.withdrawableUntil()));
    }

    ShelfJson shelf(PlaceId place, Locale locale) {
        var said = terms.inForce(place.region());
        var sold = terms.refusal(place.region()).isPresent() ? List.<Offer>of() : shelf.at(place);
        return new ShelfJson(
                sold.stream().flatMap(offer -> onSale(offer, locale).stream()).toList(),
                said.months(),
                said.depositary(),
                returned.withdrawDays());
    }

    private static List<CardOnSaleJson> onSale(Offer offer, Locale locale) {
        var card = offer.card();
        return card == null ? List.of() : List.of(onSale(offer, card, locale));
    }

    private static CardOnSaleJson onSale(Offer offer, Stored card, Locale locale) {
        var of = card.of();
        return new CardOnSaleJson(
                offer.id().value(),
                card.kind().name(),
                offer.title().in(locale),
                offer.description().in(locale),
                card.kind() == Stored.Kind.PASS
                        ? List.of(Amount.of(offer.price()))
                        : card.amounts().stream()
                                .map(minor -> amount(offer, minor))
                                .toList(),
                card.least() == null ? null : amount(offer, card.least()),
                card.most() == null ? null : amount(offer, card.most()),
                of == null ? null : of.value(),
                card.uses(),
                card.kind() != Stored.Kind.BALANCE);
    }

    private static Amount amount(Offer offer, long minor) {
        return Amount.of(new Money(minor, offer.price().currency()));
    }
}
