package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.Combination;
import org.townloop.supply.booking.Combinations;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;
import org.townloop.supply.pack.Practice;
import org.townloop.surface.page.Page;

/** Gathers what the page of a combined appointment shows. */
@Component
class TogetherViews {

    private final Offers offers;
    private final Combinations combinations;
    private final PlanChoices choices;
    private final Packs packs;

    TogetherViews(Offers offers, Combinations combinations, PlanChoices choices, Packs packs) {
        this.offers = offers;
        this.combinations = combinations;
        this.choices = choices;
        this.packs = packs;
    }

    /** Where it is booked with other services of its place; null if there is nothing that it could be combined with. */
    @Nullable
    String href(Offer offer) {
        var others =
                offers.at(offer.place()).stream().filter(Combination::takes).limit(Combination.LEAST);
        return Combination.takes(offer) && others.count() == Combination.LEAST
                ? TogetherAsked.path(offer.place()) + "?offer=" + offer.id().value()
                : null;
    }

    /** @param answers to what the trade asks, as far as they were typed */
    TogetherView of(
            Page page, Place place, TogetherAsked asked, Map<String, String> answers, @Nullable String refusal) {
        var sold = offers.at(place.id()).stream().filter(Combination::takes).toList();
        var chosen = chosen(sold, asked);
        var kept = new TogetherAsked(
                asked.place(), chosen.stream().map(Offer::id).toList(), asked.inOrder(), asked.day(), asked.at());
        var wanted = new Combination(chosen, asked.inOrder());
        var full = chosen.size() == Combination.MOST;
        return new TogetherView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                kept,
                page.say(place.name()),
                new SearchAddress(Map.of("place", List.of(place.id().value().toString()))).toString(),
                IntStream.range(0, chosen.size())
                        .mapToObj(number -> chosen(page, kept, chosen.get(number), number))
                        .toList(),
                full ? List.of() : others(page, kept, sold, chosen),
                full,
                kept.inOrder(!kept.inOrder()).href(),
                combinations.refusal(place.id(), chosen).isEmpty() ? choices.of(page, kept, wanted) : null,
                chosen.isEmpty() ? new Practised(List.of(), List.of()) : Practised.of(page, practice(chosen), answers));
    }

    /** What is not sold here any more is not wanted any more. */
    private static List<Offer> chosen(List<Offer> sold, TogetherAsked asked) {
        return asked.services().stream()
                .flatMap(id -> sold.stream().filter(offer -> offer.id().equals(id)))
                .toList();
    }

    /** What the newest of their packs asks. */
    private Practice practice(List<Offer> chosen) {
        return chosen.stream()
                .reduce((one, other) -> other.packVersion() > one.packVersion() ? other : one)
                .map(offer -> packs.get(offer.pack(), offer.packVersion()).practice())
                .orElseThrow();
    }

    private static TogetherView.Chosen chosen(Page page, TogetherAsked asked, Offer offer, int number) {
        return new TogetherView.Chosen(
                page.say(offer.title()),
                said(page, offer),
                Combination.isAlongside(offer),
                asked.without(offer.id()).href(),
                number == 0 ? null : asked.earlier(number).href());
    }

    private static List<TogetherView.Other> others(
            Page page, TogetherAsked asked, List<Offer> sold, List<Offer> chosen) {
        return sold.stream()
                .filter(offer -> !chosen.contains(offer))
                .map(offer -> new TogetherView.Other(
                        page.say(offer.title()),
                        said(page, offer),
                        Combination.isAlongside(offer),
                        asked.with(offer.id()).href()))
                .toList();
    }

    private static String said(Page page, Offer offer) {
        return Stream.of(Extents.of(page, offer), Extents.price(page, offer))
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }
}
