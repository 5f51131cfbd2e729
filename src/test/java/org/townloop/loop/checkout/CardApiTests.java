package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.townloop.LoopClient;
import org.townloop.TownTest;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.stored.Card;

/** Paying with cards as outsiders do it. */
@TownTest
class CardApiTests extends CardPaymentDay {

    @Test
    void aPartByAmountAndTheRestAtTheGateway() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        var opened = pay(order, Map.of("gateway", "sandbox", "cards", List.of(part(gift, 2_500))));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        assertThat(left(gift)).isEqualTo(3_500);
        client.press(opened.text("redirectUrl"), "succeed");
        settled(order, OrderState.PAID);
        assertThat(on(gift)).isEqualTo(3_500);
    }

    @Test
    void allOfItWithoutAGateway() throws IOException {
        var gift = gift(HAIRCUT);
        var order = held(0);
        var paid = pay(order, Map.of("cards", List.of(Map.of("cardId", gift.id().value()))));
        assertThat(paid.body().path("paid").asBoolean()).isTrue();
        assertThat(paid.body().path("redirectUrl").isNull()).isTrue();
        settled(order, OrderState.PAID);
    }

    @Test
    void whatIsWrongNamesItsField() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        assertThat(pay(order, Map.of()).status()).isEqualTo(422);
        assertThat(pay(order, Map.of("cards", List.of(Map.of()))).body().toString())
                .contains("cards[0].cardId");
        assertThat(pay(order, Map.of("cards", List.of(part(gift, 0)))).body().toString())
                .contains("cards[0].amount");
        assertThat(pay(order, Map.of("cards", List.of(part(gift, 6_000)))).text("type"))
                .endsWith("cards-pay-less");
        var nobodys = Map.of("cards", List.of(Map.of("cardId", order.id().value())));
        assertThat(pay(order, nobodys).status()).isEqualTo(404);
        assertThat(left(gift)).isEqualTo(6_000);
    }

    private static Map<String, Object> part(Card card, long minor) {
        return Map.of("cardId", card.id().value(), "amount", Map.of("minor", minor, "currency", "CNY"));
    }

    private LoopClient.Answer pay(Order order, Map<String, ?> body) throws IOException {
        return client.post(
                person,
                "/api/orders/" + order.id().value() + "/payments",
                UUID.randomUUID().toString(),
                body);
    }
}
