package org.townloop.surface.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.DrawBook;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Page;

/** Puts cards that are shown at a counter, and what was taken of them, into words. */
@Component
class DrawViews {

    private static final int MOST_USES = 20;

    private final DrawBook book;
    private final Orders orders;
    private final Offers offers;
    private final Regions regions;

    DrawViews(DrawBook book, Orders orders, Offers offers, Regions regions) {
        this.book = book;
        this.orders = orders;
        this.offers = offers;
        this.regions = regions;
    }

    /** How many decimals money has there. */
    int decimals(Place here) {
        return regions.get(here.region()).currency().getDefaultFractionDigits();
    }

    /** Before a code was read, or after one that shows nothing. */
    DrawView ask(Page page, Place here, String code, @Nullable Refusal refusal) {
        return view(page, here, code, refusal, null, null, null);
    }

    DrawView found(
            Page page, Place here, Card card, String code, Map<String, String> typed, @Nullable Refusal refusal) {
        var uses = typed.getOrDefault("uses", "1");
        var found = new DrawView.Found(
                title(page, card),
                card.kind().name().toLowerCase(Locale.ROOT),
                of(page, card),
                Math.min(MOST_USES, Objects.requireNonNullElse(card.uses(), 1)),
                UUID.randomUUID().toString(),
                typed.getOrDefault("amount", ""),
                uses.matches("[0-9]{1,2}") ? Integer.parseInt(uses) : 1);
        return view(page, here, code, refusal, found, null, null);
    }

    DrawView drawn(Page page, Place here, DrawBook.Drawn drawn, @Nullable Refusal refusal) {
        var undo =
                book.mayBeUndone(drawn) ? "/counter/cards/draws/" + drawn.draw().id() + "/undo" : null;
        return view(page, here, "", refusal, null, verdict(page, here, drawn), undo);
    }

    private Verdict verdict(Page page, Place here, DrawBook.Drawn drawn) {
        var draw = drawn.draw();
        var times = page.times().in(regions.get(here.region()).zone());
        var amount = page.money(draw.amount());
        var facts = new ArrayList<String>();
        facts.add(title(page, drawn.card()));
        if (draw.uses() != null) {
            facts.add(page.text("counter.card.visits", "count", draw.uses()));
        }
        facts.add(times.moment(draw.at()));
        return draw.undoneAt() == null
                ? new Verdict(Verdict.Light.GREEN, page.text("counter.card.drawn", "amount", amount), facts, null)
                : new Verdict(
                        Verdict.Light.AMBER,
                        page.text("counter.card.undone", "amount", amount),
                        facts,
                        page.text("counter.card.undone.do"));
    }

    private DrawView view(
            Page page,
            Place here,
            String code,
            @Nullable Refusal refusal,
            DrawView.@Nullable Found found,
            @Nullable Verdict verdict,
            @Nullable String undo) {
        return new DrawView(
                page,
                here.id().value().toString(),
                page.say(here.name()),
                code,
                refusal == null ? null : page.refusal(refusal),
                found,
                verdict,
                undo,
                verdict == null && found == null ? today(page, here) : List.of());
    }

    private List<DrawView.Row> today(Page page, Place here) {
        var times = page.times().in(regions.get(here.region()).zone());
        return book.today(here.id()).stream()
                .map(drawn -> new DrawView.Row(
                        "/counter/cards/draws/" + drawn.draw().id(),
                        times.time(drawn.draw().at()),
                        page.text("counter.card.kind."
                                + drawn.card().kind().name().toLowerCase(Locale.ROOT)),
                        page.money(drawn.draw().amount()),
                        drawn.draw().undoneAt() != null))
                .toList();
    }

    private String title(Page page, Card card) {
        return page.say(orders.get(card.order()).first().title());
    }

    private @Nullable String of(Page page, Card card) {
        var offer = card.offer();
        return offer == null ? null : page.say(offers.get(offer).title());
    }
}
