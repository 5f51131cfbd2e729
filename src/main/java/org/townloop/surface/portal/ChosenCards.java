package org.townloop.surface.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.checkout.ChosenCard;
import org.townloop.loop.stored.CardId;
import org.townloop.surface.page.Typed;

/**
 * With which cards somebody pays, as an address or a form says it: {@code card} for each, and {@code amount.ID} for how much
 * of one.
 *
 * @param all in the order in which they are drawn on
 * @param said whether anything was said; nothing chosen is something else than nothing said
 */
record ChosenCards(List<One> all, boolean said) {

    /** @param amount as it was typed; empty for as much as is needed */
    record One(CardId card, String amount) {}

    static final ChosenCards NOT_SAID = new ChosenCards(List.of(), false);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST = 20;

    /** What cannot be a card is left out. */
    static ChosenCards read(Map<String, List<String>> typed) {
        var ids = typed.getOrDefault("card", List.of());
        return new ChosenCards(
                ids.stream()
                        .distinct()
                        .filter(id -> ID.matcher(id).matches())
                        .map(UUID::fromString)
                        .filter(RegionId::isIn)
                        .map(id -> new One(new CardId(id), Typed.text(typed, "amount." + id)))
                        .toList(),
                typed.containsKey("card"));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean has(CardId card) {
        return all.stream().anyMatch(one -> one.card().equals(card));
    }

    String amountOf(CardId card) {
        return all.stream()
                .filter(one -> one.card().equals(card))
                .map(One::amount)
                .findFirst()
                .orElse("");
    }

    /** With one card more, the last; or without it. */
    ChosenCards toggled(CardId card) {
        var others =
                all.stream().filter(one -> !one.card().equals(card)).collect(Collectors.toCollection(ArrayList::new));
        if (!has(card)) {
            others.add(new One(card, ""));
        }
        return new ChosenCards(List.copyOf(others), true);
    }

    /**
     * As they are asked for.
     *
     * @param decimals of the currency in which amounts were typed
     */
    Outcome<List<ChosenCard>> asked(int decimals) {
        var asked = new ArrayList<ChosenCard>();
        for (var one : all) {
            var minor = one.amount().length() > LONGEST
                    ? null
                    : Typed.minor(one.amount(), decimals).orElse(null);
            if (!one.amount().isEmpty() && (minor == null || minor < 1)) {
                return Outcome.refused(Refusal.of(
                        CheckoutReason.CARD_PART_UNREADABLE,
                        "amount." + one.card().value()));
            }
            asked.add(new ChosenCard(one.card(), minor));
        }
        return Outcome.done(List.copyOf(asked));
    }

    /** The page with them, below its address without a query. */
    String address(String here) {
        if (all.isEmpty()) {
            return here + "?card=";
        }
        return all.stream()
                .map(one -> "card=" + one.card().value()
                        + (one.amount().isEmpty()
                                ? ""
                                : "&amount." + one.card().value() + "="
                                        + URLEncoder.encode(one.amount(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&", here + "?", ""));
    }
}
