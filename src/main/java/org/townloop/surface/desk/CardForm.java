package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.CardReason;
import org.townloop.supply.offer.NewCard;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Stored;
import org.townloop.surface.page.Typed;

/** What is typed into the form of a card. Amounts are as people write them, several with spaces or commas between. */
record CardForm(PlaceId place, Currency currency, Map<String, List<String>> typed) {

    Outcome<NewCard> read(@Nullable OfferId id) {
        var kind = kind();
        var amounts = amounts();
        if (amounts.isEmpty() && !Typed.text(typed, "amounts").isEmpty() && kind != Stored.Kind.PASS) {
            return Outcome.refused(Refusal.of(CardReason.CARD_AMOUNTS_MISSING, "amounts"));
        }
        var sold = switch (kind) {
            case PASS -> new Stored(kind, List.of(), null, null, of(), Saved.number(typed, "uses", Saved.UNREADABLE));
            case GIFT -> Stored.gift(amounts.orElse(List.of()), bound("least"), bound("most"));
            case BALANCE -> Stored.balance(amounts.orElse(List.of()));
        };
        return Outcome.done(new NewCard(
                id, place, words("title"), words("description"), sold, new Money(price(sold), currency), true));
    }

    /** What the form shows of a card that is to be written anew. */
    static Map<String, List<String>> of(Offer offer, Stored card) {
        var fields = new LinkedHashMap<String, List<String>>();
        var exponent = offer.price().exponent();
        fields.put("kind", List.of(card.kind().code()));
        put(fields, "title", offer.title());
        put(fields, "description", offer.description());
        fields.put(
                "amounts",
                List.of(card.amounts().stream()
                        .map(minor -> written(minor, exponent))
                        .collect(Collectors.joining(" "))));
        fields.put("least", List.of(written(card.least(), exponent)));
        fields.put("most", List.of(written(card.most(), exponent)));
        fields.put("of", List.of(card.of() == null ? "" : card.of().value().toString()));
        fields.put("uses", List.of(card.uses() == null ? "" : card.uses().toString()));
        fields.put(
                "price",
                List.of(card.kind() == Stored.Kind.PASS ? written(offer.price().minor(), exponent) : ""));
        return fields;
    }

    private Stored.Kind kind() {
        var typedKind = Typed.text(typed, "kind");
        return Arrays.stream(Stored.Kind.values())
                .filter(kind -> kind.code().equals(typedKind))
                .findFirst()
                .orElse(Stored.Kind.GIFT);
    }

    /** Nothing if one of them is no amount. */
    private Optional<List<Long>> amounts() {
        var read = new ArrayList<Long>();
        for (var each : Typed.text(typed, "amounts").split("[\\s;，、]+")) {
            var minor = Typed.minor(each, currency.getDefaultFractionDigits());
            if (minor.isEmpty()) {
                return Optional.empty();
            }
            read.add(minor.get());
        }
        return Optional.of(read.stream().distinct().sorted().toList());
    }

    /** Null if nothing is typed; less than any card is worth if it cannot be read. */
    private @Nullable Long bound(String name) {
        var text = Typed.text(typed, name);
        return text.isEmpty()
                ? null
                : Typed.minor(text, currency.getDefaultFractionDigits()).orElse(-1L);
    }

    private @Nullable OfferId of() {
        return Typed.id(Typed.text(typed, "of"))
                .filter(RegionId::isIn)
                .map(OfferId::new)
                .orElse(null);
    }

    /** Of a pass what is typed, of all others the least that it can be worth. */
    private long price(Stored sold) {
        if (sold.kind() == Stored.Kind.PASS) {
            return Typed.minor(Typed.text(typed, "price"), currency.getDefaultFractionDigits())
                    .orElse(0L);
        }
        var least = sold.least();
        var first = sold.amounts().isEmpty() ? null : sold.amounts().getFirst();
        return first == null ? (least == null ? 0 : least) : least == null ? first : Math.min(first, least);
    }

    private Words words(String name) {
        return new Words(blankAsNull(name + ".en"), blankAsNull(name + ".zh"));
    }

    private @Nullable String blankAsNull(String name) {
        var text = Typed.text(typed, name);
        return text.isEmpty() ? null : text;
    }

    private static void put(Map<String, List<String>> fields, String name, Words words) {
        fields.put(name + ".en", List.of(words.en() == null ? "" : words.en()));
        fields.put(name + ".zh", List.of(words.zh() == null ? "" : words.zh()));
    }

    private static String written(@Nullable Long minor, int exponent) {
        return minor == null
                ? ""
                : BigDecimal.valueOf(minor, exponent).stripTrailingZeros().toPlainString();
    }
}
