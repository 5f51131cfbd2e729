package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealState;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.JsonNode;

/** A deal over HTTP, to the last of the money: by the clock, the jobs do the rest. */
@TownTest
class DealLoopTests extends DealDay {

    @LocalServerPort
    int port;

    @Autowired
    Audit audit;

    private LoopClient client;
    private List<Broken> before;

    @BeforeEach
    void open() {
        client = new LoopClient(port);
        before = audit.run();
    }

    @Test
    void tooFewGetAllOfItBack() throws IOException {
        var deal = group(4);
        var guest = TestPeople.resident(house.region());
        var order = paid(guest, 3);
        assertThat(shown(deal).path("paid").asInt()).isEqualTo(3);
        assertThat(shown(deal).path("enough").asBoolean()).isFalse();
        clock.set(CLOSES);
        client.order(guest, order, "REFUNDED");
        assertThat(deals.get(deal.id()).state()).isEqualTo(DealState.CALLED_OFF);
        assertThat(client.order(guest, order).body().at("/money/refunded/minor").asLong())
                .isEqualTo(3 * HALF.minor());
        Awaitility.await().untilAsserted(() -> assertThat(cause(order)).isEqualTo("too few had booked"));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void enoughKeepWhatTheyBoughtAndItIsNotTakenBeforeItIsDecided() throws IOException {
        var deal = group(4);
        var guest = TestPeople.resident(house.region());
        var counter = TestPeople.counterOf(house);
        var order = paid(guest, 4);
        assertThat(shown(deal).path("enough").asBoolean()).isTrue();
        var token = client.get(guest, "/api/orders/" + order + "/vouchers")
                .body()
                .at("/vouchers/0/token")
                .asString();
        assertThat(client.redeem(counter, token, "too soon " + order)
                        .path("outcome")
                        .asString())
                .isEqualTo("EXPIRED");
        clock.set(CLOSES);
        Awaitility.await().until(() -> deals.get(deal.id()).state() == DealState.CONFIRMED);
        assertThat(client.order(guest, order).text("state")).isEqualTo("PAID");
        assertThat(client.redeem(counter, token, "now " + order).path("outcome").asString())
                .isEqualTo("REDEEMED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void moneyThatComesAfterTheDecisionGoesBack() throws IOException {
        var deal = group(4);
        clock.set(CLOSES.minus(Duration.ofMinutes(5)));
        var guest = TestPeople.resident(house.region());
        var order = hold(guest, 4);
        var payment = client.pay(guest, order, "p" + order);
        clock.set(CLOSES);
        Awaitility.await().until(() -> deals.get(deal.id()).state() == DealState.CALLED_OFF);
        client.press(payment.text("redirectUrl"), "succeed");
        Awaitility.await()
                .untilAsserted(() -> assertThat(client.order(guest, order)
                                .body()
                                .at("/money/refunded/minor")
                                .asLong())
                        .isEqualTo(4 * HALF.minor()));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theLineIsStoodInOverTheApiAndTheOfferShowsItsDeal() throws IOException {
        var deal = deal(1, 1, null);
        var first = TestPeople.resident(house.region());
        var second = TestPeople.resident(house.region());
        clock.set(OPENS);
        assertThat(line(deal, first).path("state").asString()).isEqualTo("CALLED");
        assertThat(line(deal, second).path("before").asInt()).isZero();
        var offer = client.get(first, "/api/offers/" + lunch.id().value()).body();
        assertThat(offer.at("/price/minor").asLong()).isEqualTo(HALF.minor());
        assertThat(offer.at("/deal/usual/minor").asLong())
                .isEqualTo(lunch.price().minor());
        var refused = client.post(second, "/api/orders", "k" + deal.id().value(), wanted(lunch.id(), 1));
        assertThat(refused.status()).isEqualTo(409);
        var mine = client.post(first, "/api/orders", "k" + deal.id().value(), wanted(lunch.id(), 1));
        assertThat(mine.body().at("/total/minor").asLong()).isEqualTo(HALF.minor());
        clock.move(Duration.ofMinutes(11));
        Awaitility.await()
                .until(() -> client.get(second, "/api/deals/" + deal.id().value() + "/line")
                        .body()
                        .path("state")
                        .asString()
                        .equals("CALLED"));
    }

    private JsonNode line(Deal deal, TestPeople who) throws IOException {
        var path = "/api/deals/" + deal.id().value() + "/line";
        var answer = client.post(who, path, UUID.randomUUID().toString(), Map.of("quantity", 1));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private JsonNode shown(Deal deal) throws IOException {
        var anybody = TestPeople.resident(house.region());
        return client.get(anybody, "/api/deals/" + deal.id().value()).body();
    }

    /** It closes before the day on which it is had. */
    private Deal group(int least) {
        var deal = deal(10, 10, least);
        clock.set(OPENS);
        return deal;
    }

    private UUID hold(TestPeople who, int quantity) throws IOException {
        var answer = client.post(who, "/api/orders", UUID.randomUUID().toString(), wanted(lunch.id(), quantity));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.id();
    }

    private UUID paid(TestPeople who, int quantity) throws IOException {
        var order = hold(who, quantity);
        var payment = client.pay(who, order, "p" + order);
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(who, order, "PAID");
        return order;
    }

    private static Map<String, Object> wanted(OfferId offer, int quantity) {
        var wanted = new HashMap<String, Object>();
        wanted.put("offerId", offer.value());
        wanted.put("slotStart", DAY.toString());
        wanted.put("quantity", quantity);
        wanted.put("answers", Map.of("main", "fish"));
        return wanted;
    }

    private static String cause(UUID order) {
        return TestTown.jdbc()
                .sql("select why from ordering.cancellation where order_id = ?")
                .param(order)
                .query(String.class)
                .single();
    }
}
