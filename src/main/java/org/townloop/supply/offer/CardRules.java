package org.townloop.supply.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.base.region.Region;

/**
 * What a card must satisfy. The first rule that refuses speaks.
 *
 * @param sold what its place sells now
 * @param most that a card is worth, in minor units
 */
record CardRules(Region region, List<Offer> sold, long most) {

    static final int USES_MIN = 2;
    static final int USES_MAX = 100;

    private static final int AMOUNTS_MAX = 12;
    private static final int TITLE_MAX = 120;
    private static final int DESCRIPTION_MAX = 2_000;

    Optional<Refusal> refusal(NewCard card) {
        var rules = List.<Function<NewCard, @Nullable Refusal>>of(
                this::titled, this::described, this::inCurrency, this::of, this::counted, this::chosen, this::bounded);
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.apply(card)))
                .findFirst();
    }

    private @Nullable Refusal titled(NewCard card) {
        if (texts(card.title()).findAny().isEmpty()) {
            return Refusal.of(OfferReason.TITLE_MISSING, "title");
        }
        return texts(card.title()).allMatch(text -> Written.isName(text, TITLE_MAX))
                ? null
                : Refusal.of(OfferReason.TITLE_TOO_LONG, "title", Map.of("max", TITLE_MAX));
    }

    private @Nullable Refusal described(NewCard card) {
        return texts(card.description()).anyMatch(text -> Written.isLonger(text, DESCRIPTION_MAX))
                ? Refusal.of(OfferReason.DESCRIPTION_TOO_LONG, "description", Map.of("max", DESCRIPTION_MAX))
                : null;
    }

    private @Nullable Refusal inCurrency(NewCard card) {
        return card.price().currency().equals(region.currency())
                ? null
                : Refusal.of(
                        OfferReason.PRICE_IN_OTHER_CURRENCY,
                        "price",
                        Map.of("currency", region.currency().getCurrencyCode()));
    }

    private @Nullable Refusal of(NewCard card) {
        if (card.sold().kind() != Stored.Kind.PASS) {
            return null;
        }
        var fits = sold.stream()
                .filter(offer -> offer.id().equals(card.sold().of()))
                .anyMatch(Stored::canBeUsesOf);
        return fits ? null : Refusal.of(CardReason.CARD_OFFER_UNFIT, "of");
    }

    private @Nullable Refusal counted(NewCard card) {
        if (card.sold().kind() != Stored.Kind.PASS) {
            return null;
        }
        var uses = card.sold().uses();
        if (uses == null || uses < USES_MIN || uses > USES_MAX) {
            return Refusal.of(CardReason.CARD_USES_INVALID, "uses", Map.of("min", USES_MIN, "max", USES_MAX));
        }
        return isWorth(card.price().minor(), uses) ? null : outOfRange("price", uses);
    }

    private @Nullable Refusal chosen(NewCard card) {
        if (card.sold().kind() == Stored.Kind.PASS) {
            return null;
        }
        var amounts = card.sold().amounts();
        if (amounts.isEmpty() && card.sold().least() == null) {
            return Refusal.of(CardReason.CARD_AMOUNTS_MISSING, "amounts");
        }
        if (amounts.size() > AMOUNTS_MAX) {
            return Refusal.of(CardReason.CARD_AMOUNTS_TOO_MANY, "amounts", Map.of("max", AMOUNTS_MAX));
        }
        return amounts.stream().allMatch(minor -> isWorth(minor, 1)) ? null : outOfRange("amounts", 1);
    }

    private @Nullable Refusal bounded(NewCard card) {
        var least = card.sold().least();
        var upTo = card.sold().most();
        if (least == null && upTo == null) {
            return null;
        }
        if (least == null || upTo == null || least > upTo) {
            return Refusal.of(CardReason.CARD_BOUNDS_INVALID, least == null ? "least" : "most");
        }
        return isWorth(least, 1) && isWorth(upTo, 1) ? null : outOfRange("most", 1);
    }

    /** Each use is worth something. */
    private boolean isWorth(long minor, int uses) {
        return minor >= uses && minor <= most;
    }

    private Refusal outOfRange(String field, int uses) {
        var range = Map.<String, Object>of(
                "least", new Money(uses, region.currency()), "most", new Money(most, region.currency()));
        return Refusal.of(CardReason.CARD_AMOUNT_OUT_OF_RANGE, field, range);
    }

    private static Stream<String> texts(Words words) {
        return Stream.of(words.en(), words.zh()).flatMap(Stream::ofNullable).filter(text -> !text.isBlank());
    }
}
