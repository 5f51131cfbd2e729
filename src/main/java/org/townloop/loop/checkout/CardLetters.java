package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Gift;
import org.townloop.loop.stored.Gifts;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;

/** What is told of cards, and to whom: by a handful of statements, however many there are. */
@Component
class CardLetters {

    /**
     * Something to tell of a card.
     *
     * @param amount what it was about; null for what the card is worth
     * @param occasion tells apart what may happen to a card more than once
     */
    record News(Notice.Kind kind, CardId card, @Nullable Money amount, String occasion) {}

    private record Around(
            Map<CardId, Card> cards,
            Map<CardId, Gift> gifts,
            Map<OrderId, List<Line>> lines,
            Map<PlaceId, Place> places) {}

    private final Cards cards;
    private final Gifts gifts;
    private final Orders orders;
    private final Places places;

    CardLetters(Cards cards, Gifts gifts, Orders orders, Places places) {
        this.cards = cards;
        this.gifts = gifts;
        this.orders = orders;
        this.places = places;
    }

    List<NewNotice> of(Collection<News> news) {
        var ids = news.stream().map(News::card).collect(Collectors.toSet());
        var found = cards.get(ids);
        var around = new Around(
                found,
                gifts.of(ids),
                orders.lines(found.values().stream().map(Card::order).collect(Collectors.toSet())),
                places.get(found.values().stream().map(Card::place).collect(Collectors.toSet())));
        return news.stream().flatMap(each -> letter(each, around)).toList();
    }

    private static Stream<NewNotice> letter(News news, Around around) {
        var card = Objects.requireNonNull(around.cards().get(news.card()));
        return reader(news, card, around.gifts().get(card.id())).stream()
                .map(reader -> new NewNotice(
                        reader, news.kind(), card.id().value(), facts(news, card, around), news.occasion()));
    }

    /** Who has bought it is told of that, and of its being claimed; of all else who owns it, or nobody has claimed it. */
    private static Optional<PersonId> reader(News news, Card card, @Nullable Gift gift) {
        var buyer = Optional.ofNullable(gift).map(Gift::buyer);
        var owner = Optional.ofNullable(card.owner());
        return switch (news.kind()) {
            case CARD_BOUGHT, CARD_CLAIMED -> buyer.or(() -> owner);
            default -> owner.or(() -> buyer);
        };
    }

    private static Map<String, Object> facts(News news, Card card, Around around) {
        var amount = Objects.requireNonNullElse(news.amount(), card.worth());
        var facts = new HashMap<String, Object>();
        facts.put(
                "title",
                Objects.requireNonNull(around.lines().get(card.order()))
                        .getFirst()
                        .title());
        facts.put(
                "place",
                Objects.requireNonNull(around.places().get(card.place())).name());
        facts.put("totalMinor", amount.minor());
        facts.put("currency", amount.currency().getCurrencyCode());
        if (card.expiresAt() != null) {
            facts.put("dueAt", card.expiresAt().toString());
        }
        return facts;
    }
}
