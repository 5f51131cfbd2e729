package org.townloop.surface.portal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.OwnCards;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardLeft;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Gift;
import org.townloop.loop.stored.StoredTerms;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.QrCode;
import org.townloop.surface.page.Times;

/** Puts cards into words. */
@Component
class MyCardViews {

    private final OwnCards own;
    private final Orders orders;
    private final Places places;
    private final Regions regions;
    private final StoredTerms terms;
    private final CardMoves moves;
    private final Addresses addresses;
    private final Clock clock;

    MyCardViews(
            OwnCards own,
            Orders orders,
            Places places,
            Regions regions,
            StoredTerms terms,
            CardMoves moves,
            Addresses addresses,
            Clock clock) {
        this.own = own;
        this.orders = orders;
        this.places = places;
        this.regions = regions;
        this.terms = terms;
        this.moves = moves;
        this.addresses = addresses;
        this.clock = clock;
    }

    MyCardView.All all(Page page, Actor actor) {
        var mine = own.of(actor);
        var given = own.given(actor);
        var there = places.get(Stream.of(mine, given)
                .flatMap(List::stream)
                .map(seen -> seen.card().place())
                .collect(Collectors.toSet()));
        return new MyCardView.All(page, rows(page, mine, there), rows(page, given, there));
    }

    MyCardView of(Page page, Actor actor, CardId id, @Nullable String said) {
        var seen = own.get(actor, id);
        var card = seen.card();
        var times = times(page, card);
        var bank = terms.inForce(id.region()).depositary();
        var until = seen.withdrawableUntil();
        var left = seen.left();
        return new MyCardView(
                page,
                said,
                href(card),
                page.say(seen.line().title()),
                kind(card),
                page.say(places.get(card.place()).name()),
                state(page, card),
                tone(card),
                page.money(card.worth()),
                left == null ? null : left(page, card, left),
                until(page, times, card),
                bank == null ? null : page.text("portal.cards.kept-by", "bank", bank),
                seen.gift() == null ? null : gift(page, times, card, seen.gift()),
                until == null ? null : times.moment(until),
                left != null
                        && left.isPositive()
                        && actor.person().equals(card.owner())
                        && card.isGood(clock.instant()),
                moves.of(page, times, actor, own.moves(actor, id)));
    }

    MyCardView.Sheet sheet(Page page, Actor actor, CardId id, String secret) {
        var seen = own.get(actor, id);
        var link = addresses.of("/gifts/" + secret);
        return new MyCardView.Sheet(
                page,
                href(seen.card()),
                page.say(seen.line().title()),
                page.say(places.get(seen.card().place()).name()),
                left(page, seen.card(), seen.card().worth()),
                until(page, times(page, seen.card()), seen.card()),
                link,
                new QrCode(link, page.text("portal.gift.code")));
    }

    MyCardView.Claimable claimable(Page page, String secret, CardLeft found, @Nullable String said) {
        var card = found.card();
        var actor = page.actor();
        var line = orders.get(card.order()).first();
        var theirs = actor != null && actor.person().equals(card.owner());
        return new MyCardView.Claimable(
                page,
                said,
                "/gifts/" + secret,
                page.say(line.title()),
                kind(card),
                page.say(places.get(card.place()).name()),
                left(page, card, found.left()),
                until(page, times(page, card), card),
                card.owner() == null && card.isGood(clock.instant()),
                actor != null,
                theirs ? href(card) : null);
    }

    private List<MyCardView.Row> rows(Page page, List<OwnCards.Seen> some, Map<PlaceId, Place> there) {
        return some.stream()
                .map(seen -> new MyCardView.Row(
                        href(seen.card()),
                        page.say(seen.line().title()),
                        page.say(Objects.requireNonNull(there.get(seen.card().place()))
                                .name()),
                        left(page, seen),
                        until(page, times(page, seen.card()), seen.card()),
                        seen.gift() == null ? state(page, seen.card()) : claimed(page, seen.gift()),
                        tone(seen.card())))
                .toList();
    }

    private static String left(Page page, OwnCards.Seen seen) {
        var left = seen.left();
        return left == null ? page.money(seen.card().worth()) : left(page, seen.card(), left);
    }

    static String left(Page page, Card card, Money left) {
        return card.kind() == CardKind.PASS
                ? page.text(
                        "portal.cards.left.uses",
                        "left",
                        card.usesLeft(left),
                        "uses",
                        Objects.requireNonNullElse(card.uses(), 0))
                : page.text("portal.cards.left.money", "left", page.money(left));
    }

    private static String claimed(Page page, Gift gift) {
        return page.text(gift.claimedAt() == null ? "portal.gift.open" : "portal.gift.claimed");
    }

    private MyCardView.Gift gift(Page page, Times times, Card card, Gift gift) {
        var claimed = gift.claimedAt();
        return new MyCardView.Gift(
                claimed == null
                        ? page.text("portal.gift.open.say")
                        : page.text("portal.gift.claimed.say", "when", times.moment(claimed)),
                claimed == null && card.isGood(clock.instant()),
                gift.hasLink());
    }

    private String state(Page page, Card card) {
        var isOver = card.state() == CardState.ACTIVE && !card.isGood(clock.instant());
        return page.text("portal.cards.state."
                + (isOver ? CardState.EXPIRED : card.state()).name().toLowerCase(Locale.ROOT));
    }

    private String tone(Card card) {
        return card.isGood(clock.instant()) ? "good" : "";
    }

    private static String until(Page page, Times times, Card card) {
        var end = card.expiresAt();
        return end == null
                ? page.text("portal.cards.no-end")
                : page.text("portal.cards.until", "date", times.date(times.day(end)));
    }

    private Times times(Page page, Card card) {
        return page.times().in(regions.get(card.id().region()).zone());
    }

    private static String kind(Card card) {
        return card.kind().name().toLowerCase(Locale.ROOT);
    }

    static String href(Card card) {
        return "/my-loop/cards/" + card.id().value();
    }
}
