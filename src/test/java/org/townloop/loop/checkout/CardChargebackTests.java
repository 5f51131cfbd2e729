package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.LoopClient;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.payment.Chargebacks;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Gifts;

/** Who bought a card objects at the bank: what is left of it is stopped, and goes back if the payer is right. */
@TownTest
class CardChargebackTests extends CardDay {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    @Autowired
    Chargebacks chargebacks;

    @Autowired
    ShownCards shown;

    @Autowired
    CardDrawing drawing;

    @Autowired
    Gifts gifts;

    @Autowired
    Ledger ledger;

    private Card card;
    private String page = "";

    @BeforeEach
    void aCardOfAHundred() throws IOException {
        card = soldAt(false);
    }

    @Test
    void nothingIsTakenOfItBeforeItIsDecidedAndDecidedForUsItLivesAgain() throws Exception {
        objects("open");
        assertThat(state()).isEqualTo(CardState.STOPPED);
        assertThat(refused(shown.show(actor(resident), card.id()))).isEqualTo("card-not-good");
        var order = held();
        assertThat(pay(order, "").text("type")).endsWith("card-not-good");
        objects("won");
        assertThat(state()).isEqualTo(CardState.ACTIVE);
        assertThat(left(card)).isEqualTo(10_000);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatIsLeftGoesBackAndWhatWasHadIsThePlatformsToBear() throws Exception {
        var draw = drawn(3_750);
        var platform = borne();
        objects("open");
        objects("lost");
        assertThat(state()).isEqualTo(CardState.STOPPED);
        assertThat(left(card)).isZero();
        assertThat(ledger.of(draw).orElseThrow().released().minor())
                .as("who served keeps what they earned")
                .isEqualTo(3_750);
        assertThat(borne() - platform).isEqualTo(3_750);
        client.order(resident, card.order().value(), "SETTLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void anUnusedCardCostsNobodyAnything() throws Exception {
        var platform = borne();
        objects("open");
        objects("lost");
        assertThat(left(card)).isZero();
        assertThat(borne()).isEqualTo(platform);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasSetAsideBeforeIsStillPaidWithItUntilItIsDecided() throws Exception {
        var order = held();
        var payment = pay(order, "sandbox");
        assertThat(payment.status()).as(payment.body().toString()).isEqualTo(201);
        objects("open");
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        assertThat(left(card)).isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasSetAsideIsNotUsedOnceThePayerIsRight() throws Exception {
        var order = held();
        var payment = pay(order, "sandbox");
        objects("open");
        objects("lost");
        client.press(payment.text("redirectUrl"), "succeed");
        await().untilAsserted(() -> assertThat(ledger.of(order).orElseThrow().refunded())
                .isEqualTo(ledger.of(order).orElseThrow().captured()));
        assertThat(left(card)).isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void nobodyClaimsAGiftWhosePriceIsTakenBack() throws Exception {
        card = soldAt(true);
        var secret = done(gifts.link(actor(resident), card.id()));
        objects("open");
        assertThat(refused(gifts.claim(actor(resident), secret))).isEqualTo("gift-claimed");
        objects("won");
        done(gifts.claim(actor(resident), secret));
    }

    private Card soldAt(boolean gift) throws IOException {
        var order = ordered(resident, gift(), 10_000, gift);
        page = client.pay(resident, order.id().value(), UUID.randomUUID().toString())
                .text("redirectUrl");
        client.press(page, "succeed");
        client.order(resident, order.id().value(), "SETTLED");
        return cards.get(own.soldBy(order.id()).orElseThrow());
    }

    private UUID drawn(long minor) {
        var code = done(shown.show(actor(resident), card.id())).text();
        var wish = new CardDrawing.Wish(salon.place(), code, minor, 0);
        return done(drawing.draw(merchant(), wish, UUID.randomUUID().toString()));
    }

    private UUID held() throws IOException {
        return client.hold(
                        resident,
                        haircut.id().value(),
                        SATURDAY,
                        UUID.randomUUID().toString())
                .id();
    }

    /** With the card, and the rest by that gateway. */
    private LoopClient.Answer pay(UUID order, String gateway) throws IOException {
        var part = List.of(Map.of("cardId", card.id().value()));
        return client.post(
                resident,
                "/api/orders/" + order + "/payments",
                UUID.randomUUID().toString(),
                gateway.isEmpty() ? Map.of("cards", part) : Map.of("cards", part, "gateway", gateway));
    }

    private CardState state() {
        return cards.get(card.id()).state();
    }

    /** What the platform bears of this card's price, in minor units. */
    private long borne() {
        return TestTown.jdbc()
                .sql("""
                    select coalesce(sum(amount_minor), 0) from ledger.transfer
                    where kind = 'CHARGEBACK_BORNE' and order_id = ?
                    """)
                .param(card.order().value())
                .query(Long.class)
                .single();
    }

    /** On the page of the card's payment. */
    private void objects(String act) throws Exception {
        var sale = card.order().value();
        var known = chargebacks.of(sale).stream().toList();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page + "/dispute"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("reason=fraud&act=" + act))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(303);
        await().until(() -> !chargebacks.of(sale).equals(known));
    }
}
