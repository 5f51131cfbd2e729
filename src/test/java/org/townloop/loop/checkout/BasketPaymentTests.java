package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TownTest;

/** Several orders paid by one payment, and each its own from then on. */
@TownTest
class BasketPaymentTests extends TwoSalons {

    @Test
    void whatTwoMerchantsSellIsHeldTogetherPaidOnceAndHadOrCalledOffOnItsOwn() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        assertThat(basket.at("/total/minor").asLong()).isEqualTo(25_600);
        assertThat(basket.path("orders")).hasSize(2);

        var orders = paid(basket);

        addsUpByPencil(basket);
        var verdict = client.redeem(
                TestPeople.counterOf(here),
                client.tokens(resident, orders.get(0)).getFirst(),
                "n");
        assertThat(verdict.path("outcome").asString()).isEqualTo("REDEEMED");
        client.cancel(resident, orders.get(1), "c");
        var refunded = client.order(resident, orders.get(1), "REFUNDED");
        assertThat(refunded.body().at("/money/refunded/minor").asLong()).isEqualTo(12_800);
        var had = client.order(resident, orders.get(0), "SETTLED");
        assertThat(had.body().at("/money/released/minor").asLong()).isEqualTo(12_800);
        assertThat(had.body().at("/money/refunded/minor").asLong()).isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void payingOneOfThemPaysAll() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        var orders = orders(basket);

        client.press(client.pay(resident, orders.get(1), "p").text("redirectUrl"), "succeed");

        for (var order : orders) {
            client.order(resident, order, "PAID");
        }
        addsUpByPencil(basket);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aLatePaymentPaysWhatIsStillFreeAndGivesTheRestBack() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        var orders = orders(basket);
        var page = open(basket);
        clock.move(Holds.KEPT);
        for (var order : orders) {
            client.order(resident, order, "EXPIRED");
        }
        var rival = TestPeople.resident(here.region());
        assertThat(client.hold(rival, haircut, SATURDAY, "r").status()).isEqualTo(201);

        client.press(page, "succeed");

        client.order(resident, orders.get(1), "PAID");
        isGivenBack(orders.get(0), 12_800);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void anItemThatIsLetGoOfWhileSomebodyPaysCostsNothing() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        var orders = orders(basket);
        var page = open(basket);

        client.cancel(resident, orders.get(0), "c");
        assertThat(read(basket).at("/due/minor").asLong()).isEqualTo(12_800);
        client.press(page, "succeed");

        client.order(resident, orders.get(1), "PAID");
        isGivenBack(orders.get(0), 12_800);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void afterAnItemWasLetGoOfTheRestIsPaidByAPaymentOfItsOwn() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        var orders = orders(basket);
        var old = open(basket);
        client.cancel(resident, orders.get(0), "c");

        var page = open(basket);
        assertThat(page).isNotEqualTo(old);
        client.press(page, "succeed");
        client.order(resident, orders.get(1), "PAID");
        client.press(old, "succeed");

        isGivenBack(orders.get(0), 12_800);
        isGivenBack(orders.get(1), 25_600);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aBasketThatIsPaidIsNotLetGoOf() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        paid(basket);

        var refused = client.post(
                resident, "/api/baskets/" + basket.path("basketId").asString() + "/cancellation", "c", Map.of());
        assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:basket-paid");
    }
}
