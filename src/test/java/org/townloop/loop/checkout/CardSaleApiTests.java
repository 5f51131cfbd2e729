package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.offer.Offer;

/** Cards as outsiders buy and have them. */
@TownTest
class CardSaleApiTests extends CardDay {

    @Test
    void whatAPlaceSellsIsBoughtAndIsAmongOnesCards() throws IOException {
        var gift = gift();
        pass();
        var shelf = client.get(resident, "/api/places/" + salon.place().value() + "/cards");
        assertThat(shelf.body().path("cards").size()).isEqualTo(2);
        assertThat(shelf.text("keptBy")).isNotEmpty();
        var order = buy(gift, 10_000, Map.of());
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        assertThat(order.body().at("/total/minor").asLong()).isEqualTo(10_000);
        paid(order);
        var mine = cards("").body().path("cards");
        assertThat(mine.size()).isEqualTo(1);
        assertThat(mine.get(0).at("/left/minor").asLong()).isEqualTo(10_000);
        assertThat(mine.get(0).path("kind").asString()).isEqualTo("GIFT");
        assertThat(client.get(resident, "/api/cards/" + mine.get(0).path("id").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPassSaysItsUsesAndAGiftIsNobodys() throws IOException {
        paid(buy(pass(), 35_000, Map.of()));
        paid(buy(gift(), 10_000, Map.of("gift", true)));
        var mine = cards("").body().path("cards");
        assertThat(mine.size()).isEqualTo(1);
        assertThat(mine.get(0).path("usesLeft").asInt()).isEqualTo(3);
        assertThat(mine.get(0).path("offerId").asString())
                .isEqualTo(haircut.id().value().toString());
    }

    @Test
    void manyCardsArePagedWithoutLosingOrRepeatingOne() throws IOException {
        var gift = gift();
        for (int i = 0; i < 5; i++) {
            bought(resident, gift, 10_000, false);
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = cards("?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.body().path("cards").forEach(card -> seen.add(card.path("id").asString()));
            cursor = page.text("cursor");
        } while (!cursor.isEmpty() && seen.size() < 20);
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(cards("?limit=0").text("field")).isEqualTo("limit");
        assertThat(cards("?cursor=x").text("field")).isEqualTo("cursor");
    }

    @Test
    void whatIsWrongNamesItsFieldAndNothingIsOrdered() throws IOException {
        var gift = gift();
        assertThat(buy(gift, 1, Map.of()).text("field")).isEqualTo("card.amount");
        assertThat(buy(pass(), 34_999, Map.of()).text("type")).endsWith("price-changed");
        var none = client.post(resident, "/api/orders", key(), Map.of("offerId", id(gift), "card", Map.of()));
        assertThat(none.text("field")).isEqualTo("card.amount");
        var beside = new HashMap<>(wanted(gift, 10_000, Map.of()));
        beside.put("quantity", 2);
        assertThat(client.post(resident, "/api/orders", key(), beside).text("field"))
                .isEqualTo("card");
        var inItems = Map.of("items", List.of(wanted(gift, 10_000, Map.of())));
        assertThat(client.post(resident, "/api/orders", key(), inItems).text("field"))
                .isEqualTo("items[0].card");
        assertThat(buy(haircut, 10_000, Map.of()).text("field")).isEqualTo("offerId");
        assertThat(cards("").body().path("cards").size()).isZero();
    }

    @Test
    void theSameKeyIsTheSameOrder() throws IOException {
        var key = key();
        var wanted = wanted(gift(), 10_000, Map.of());
        assertThat(client.post(resident, "/api/orders", key, wanted).id())
                .isEqualTo(client.post(resident, "/api/orders", key, wanted).id());
    }

    @Test
    void whatIsSaidOfCardsStandsInTheDescription() throws IOException {
        var paths = client.get(resident, "/api/openapi.json").body().path("paths");
        assertThat(paths.path("/api/cards").path("get").path("summary").asString())
                .isNotEmpty();
        assertThat(paths.has("/api/cards/{id}")).isTrue();
        assertThat(paths.has("/api/places/{id}/cards")).isTrue();
    }

    @Test
    void anothersCardsAreNotThere() throws IOException {
        var card = bought(resident, gift(), 10_000, false).id().value();
        var stranger = TestPeople.resident(salon.region());
        assertThat(client.get(stranger, "/api/cards/" + card).status()).isEqualTo(404);
        assertThat(client.get(stranger, "/api/cards?cursor=" + card).body().path("cards"))
                .isEmpty();
        assertThat(client.get(resident, "/api/cards/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(client.get(resident, "/api/places/" + UUID.randomUUID() + "/cards")
                        .status())
                .isEqualTo(404);
    }

    private LoopClient.Answer cards(String query) throws IOException {
        return client.get(resident, "/api/cards" + query);
    }

    private LoopClient.Answer buy(Offer card, long minor, Map<String, ?> more) throws IOException {
        return client.post(resident, "/api/orders", key(), wanted(card, minor, more));
    }

    private static Map<String, Object> wanted(Offer card, long minor, Map<String, ?> more) {
        var said = new HashMap<String, Object>(more);
        said.put("amount", Map.of("minor", minor, "currency", "CNY"));
        return Map.of("offerId", id(card), "card", said);
    }

    private void paid(LoopClient.Answer order) throws IOException {
        var payment = client.pay(resident, order.id(), key());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "SETTLED");
    }

    private static UUID id(Offer offer) {
        return offer.id().value();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
