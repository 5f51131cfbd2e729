package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.OrderState;

/** What was paid with cards goes back onto them, in proportion. */
@TownTest
class CardRefundTests extends CardPaymentDay {

    @Autowired
    GivingBack givingBack;

    @Test
    void calledOffInTimeEachHasBackWhatItPaid() throws IOException {
        var gift = gift(6_001);
        var order = held(0);
        press(done(pay(order, "sandbox", gift)), "succeed");
        settled(order, OrderState.PAID);
        checkouts.cancel(resident, order.id(), "off");
        settled(order, OrderState.REFUNDED);
        assertThat(on(gift)).isEqualTo(6_001);
        assertThat(refunds(order)).containsExactly(HAIRCUT - 6_001);
        isSound();
    }

    @Test
    void whatCardsPaidAloneIsBackAtOnce() {
        var gift = gift(HAIRCUT);
        var order = held(0);
        done(pay(order, null, gift));
        checkouts.cancel(resident, order.id(), "off");
        assertThat(orders.get(order.id()).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(on(gift)).isEqualTo(HAIRCUT);
        assertThat(refunds(order)).isEmpty();
        isSound();
    }

    /** Of ¥128.00 the card paid 60 and the gateway 68: of each 10.00 that goes back, and of the rest, each has its part. */
    @Test
    void whatGoesBackInPartsIsPartedInProportionAndAddsUpToTheUnit() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        press(done(pay(order, "sandbox", gift)), "succeed");
        settled(order, OrderState.PAID);
        var owner = TestPeople.merchantOf(salon);
        giveBack(owner, order.id().value(), 1_000);
        assertThat(on(gift)).isEqualTo(469); // 468.75 and 531.25
        assertThat(refunds(order)).containsExactly(531L);
        giveBack(owner, order.id().value(), 1_000);
        giveBack(owner, order.id().value(), 1);
        checkouts.cancel(resident, order.id(), "off");
        assertThat(on(gift)).isEqualTo(6_000);
        assertThat(refunds(order).stream().mapToLong(Long::longValue).sum()).isEqualTo(HAIRCUT - 6_000);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT));
        settled(order, OrderState.REFUNDED);
        isSound();
    }

    private void giveBack(TestPeople owner, UUID order, long minor) throws IOException {
        var body = Map.of("amount", Map.of("minor", minor, "currency", "CNY"), "reason", "The water was cold");
        var answer = client.post(
                owner, "/api/orders/" + order + "/refunds", UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    /** The shares are of the whole price, whoever paid it. */
    @Test
    void whatACardPaidIsReleasedLikeAnyOtherMoney() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        press(done(pay(order, "sandbox", gift)), "succeed");
        settled(order, OrderState.PAID);
        clock.set(THREE);
        client.redeem(
                TestPeople.counterOf(salon),
                client.tokens(person, order.id().value()).getFirst(),
                "n");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, HAIRCUT, 0L));
        giveBack(TestPeople.merchantOf(salon), order.id().value(), HAIRCUT);
        assertThat(on(gift)).isEqualTo(6_000);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT));
        isSound();
    }

    /** There is no payment that a gateway could pay back. */
    @Test
    void whatThePlatformGivesGoesOntoTheCardIfNothingElsePaid() {
        var gift = gift(HAIRCUT);
        var order = held(0);
        done(pay(order, null, gift));
        var wish = new GivingBack.Wish(
                GivenBack.Cause.DECIDED,
                Money.of(1_000, "CNY"),
                Money.of(500, "CNY"),
                Map.of(),
                "both",
                resident.person());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> done(givingBack.give(orders.lock(order.id()), wish)));
        assertThat(on(gift)).isEqualTo(1_500);
        assertThat(refunds(order)).isEmpty();
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 1_000L));
        isSound();
    }

    /** The bank gives back what it had paid; what the card had paid and nobody had is on the card again. */
    @Test
    void aChargebackConcernsTheGatewaysPartAlone() throws Exception {
        var gift = gift(6_000);
        var order = held(0);
        var payment = done(pay(order, "sandbox", gift));
        press(payment, "succeed");
        settled(order, OrderState.PAID);
        objects(payment, "open");
        settled(order, OrderState.DISPUTED);
        assertThat(on(gift)).isZero();
        objects(payment, "lost");
        settled(order, OrderState.REFUNDED);
        assertThat(on(gift)).isEqualTo(6_000);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT));
        isSound();
    }

    /** On the gateway's page. */
    private static void objects(CardPayment payment, String act) throws Exception {
        var page = URI.create(Objects.requireNonNull(payment.intent()).redirectUrl() + "/dispute");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("reason=not_received&act=" + act))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(303);
    }
}
