package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deposit;
import org.townloop.surface.PageClient;
import tools.jackson.databind.JsonNode;

/** What is said of what was called off, or settled, while a counter that has not synced may know better. */
@TownTest
class LeavingPagesTests extends TwoSalons {

    private static final String GOES_BACK = "The money goes back as soon as the shop’s counters know";

    @Autowired
    Balances balances;

    @Autowired
    NoShows noShows;

    @Test
    void nothingIsSaidToGoBackOfWhatWasCalledOffTooLate() throws IOException {
        var cut = offer(here.haircut().withDeposit(new Deposit(30)));
        aCounterThatHasNotSynced(here);
        var basket = held(item(cut, SATURDAY), item(otherHaircut, LATER));
        var orders = paid(basket);

        clock.set(SATURDAY.minus(Duration.ofHours(1)));
        assertThat(client.cancel(resident, orders.getFirst(), "late").status()).isEqualTo(200);
        waits(orders.getFirst());
        assertThat(words(basket))
                .contains("nothing of the ¥38.40 you paid online for it comes back")
                .doesNotContain(GOES_BACK);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasPaidAtThePlaceIsSaidToComeBackThere(boolean waiting) throws IOException {
        var cut = offer(here.haircut().withDeposit(new Deposit(30)));
        if (waiting) {
            aCounterThatHasNotSynced(here);
        }
        var basket = held(item(cut, SATURDAY), item(cut, LATER));
        var orders = paid(basket);
        orders.forEach(this::noted);
        assertThat(words(basket)).contains("The ¥179.20 that you paid at the place is given back there");

        assertThat(client.cancel(resident, orders.getFirst(), "one").status()).isEqualTo(200);
        assertThat(words(basket))
                .contains("You get back ¥38.40 of the ¥38.40 you paid online for it", "has ¥89.60 from you");
        assertThat(client.cancel(resident, orders.getLast(), "other").status()).isEqualTo(200);
        assertThat(words(basket)).contains("All of it was called off", "has ¥179.20 from you");
        assertThat(words(basket).contains(GOES_BACK)).isEqualTo(waiting);
    }

    /** One of two came, and the share of the other is settled: that the first was there is not called off. */
    @Test
    void whatWasHadInPartIsNotShownAsCalledOffWhileItsRestIsSettled() throws IOException {
        var wide = TestSalon.with(2, 2);
        var forTwo = new HashMap<>(item(offer(wide.haircut()), SATURDAY));
        forTwo.put("quantity", 2);
        var basket = held(forTwo, item(otherHaircut, LATER));
        var order = paid(basket).getFirst();
        aCounterThatHasNotSynced(wide);
        clock.set(SATURDAY.plus(Duration.ofMinutes(5)));
        var token = client.tokens(resident, order).getFirst();
        assertThat(client.redeem(TestPeople.counterOf(wide), token, "n")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");

        clock.set(SATURDAY.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15)));
        noShows.settleDue(1_000);
        waits(order);
        var browser = PageClient.of(port, resident);
        assertThat(words(basket)).doesNotContain("One of these was called off", "refund under way");
        await().untilAsserted(() -> assertThat(browser.get("/my-loop").words())
                .contains("How was it?", "to be reviewed")
                .doesNotContain("refund under way"));
        assertThat(words(basket)).contains("to be reviewed");
    }

    private void aCounterThatHasNotSynced(TestSalon salon) throws IOException {
        TestDevice.enrol(client, TestPeople.counterOf(salon), salon, clock, "Till");
    }

    private void noted(UUID order) {
        var staff = new DepositDay(offers, client, here, resident, TestPeople.counterOf(here)).staff();
        assertThat(balances.note(staff, new OrderId(order), Means.CASH, new Balances.Seen(8_960, 0)))
                .isInstanceOf(Outcome.Done.class);
    }

    private static void waits(UUID order) {
        await().untilAsserted(() -> assertThat(TestTown.jdbc()
                        .sql("select state from ordering.cancellation where order_id = ?")
                        .param(order)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("WAITING")));
    }

    private String words(JsonNode basket) throws IOException {
        return PageClient.of(port, resident)
                .get("/baskets/" + basket.path("basketId").asString())
                .words();
    }
}
