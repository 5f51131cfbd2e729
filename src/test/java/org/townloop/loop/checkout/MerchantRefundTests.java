package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;

/** What a merchant gives back of its own will: before the money was earned, and after. */
@TownTest
class MerchantRefundTests extends RefundDay {

    @Test
    void beforeItIsHadItComesOutOfEscrowAndTheRestIsReleasedLater() throws IOException {
        var order = haircut();
        var given = giveBack(order, 3_000, "g");
        assertThat(given.status()).as(given.body().toString()).isEqualTo(201);
        assertThat(given.body().at("/escrow/minor").asLong()).isEqualTo(3_000);
        assertThat(given.body().at("/earned/minor").asLong()).isZero();
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 3_000L));
        assertThat(scan(order, "n")).isEqualTo("REDEEMED");
        client.order(resident, order, "SETTLED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 9_800L, 3_000L));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void afterItWasHadItIsTakenBackFromThoseWhoEarnedIt() throws IOException {
        var order = haircut();
        scan(order, "n");
        assertThat(giveBack(order, 5_000, "g").body().at("/earned/minor").asLong())
                .isEqualTo(5_000);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 7_800L, 5_000L));
        assertThat(client.order(resident, order).text("state")).isEqualTo("SETTLED");
        await().untilAsserted(() -> assertThat(TestTown.jdbc()
                        .sql("select state from payment.refund where order_id = ?")
                        .param(order)
                        .query(String.class)
                        .list())
                .containsExactly("SUCCEEDED"));
        var statement = client.get(owner, "/api/merchants/" + salon.merchant().value() + "/statement");
        assertThat(statement
                        .body()
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("kind").asString()))
                .contains("RELEASE", "CLAW_BACK");
        assertThat(audit.run()).isEqualTo(before);
    }

    /** What was paid out or clawed back before is netted: the account may be below zero. */
    @Test
    void theMerchantsAccountMayBeBelowZeroAndTheNextSaleNetsIt() throws IOException {
        var order = haircut();
        scan(order, "n");
        assertThat(giveBack(order, HAIRCUT, "g").status()).isEqualTo(201);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT));
        assertThat(giveBack(order, 1, "again").text("type")).endsWith("nothing-to-give-back");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void byLineAndUnitsAndNoMoreOfThemThanWereBought() throws IOException {
        var order = lunches();
        var given = giveBack(order, Map.of("1", 3), "g");
        assertThat(given.body().at("/refund/minor").asLong())
                .as(given.body().toString())
                .isEqualTo(3 * 6_800);
        assertThat(giveBack(order, Map.of("1", 2), "h").text("type")).endsWith("give-back-units");
        assertThat(giveBack(order, Map.of("1", 1, "9", 5), "j").text("type")).endsWith("give-back-units");
        assertThat(giveBack(order, Map.of("1", 1, "9", -1), "k").text("type")).endsWith("give-back-units");
        assertThat(giveBack(order, Map.of("1", 1), "i").status()).isEqualTo(201);
        assertThat(money(order)).isEqualTo(List.of(4 * 6_800L, 0L, 4 * 6_800L));
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The rest of a pass keeps its worth: what was earned of it goes back, and no more until it has run out. */
    @Test
    void ofAPassUsedInPartGoesBackWhatWasEarned() throws IOException {
        var order = lunches();
        clock.set(SATURDAY.plusSeconds(12 * 3_600));
        assertThat(scan(order, "n")).isEqualTo("REDEEMED");
        assertThat(giveBack(order, 7_000, "g").text("type")).endsWith("give-back-too-much");
        assertThat(giveBack(order, 6_800, "h").status()).isEqualTo(201);
        assertThat(scan(order, "n2")).isEqualTo("REDEEMED");
        assertThat(money(order)).isEqualTo(List.of(4 * 6_800L, 6_800L, 6_800L));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theSameKeyGivesOnceAndAnotherBodyIsRefused() throws IOException {
        var order = haircut();
        var first = giveBack(order, 1_000, "g");
        assertThat(giveBack(order, 1_000, "g").body()).isEqualTo(first.body());
        assertThat(giveBack(order, 2_000, "g").status()).isEqualTo(422);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 1_000L));
        assertThat(giveBack(order, 0, "h").text("type")).endsWith("give-back-invalid");
        assertThat(giveBack(order, -5, "i").text("field")).isEqualTo("amount");
        assertThat(giveBack(order, HAIRCUT, "j").text("type")).endsWith("give-back-too-much");
    }

    @Test
    void whoCancelsAfterwardsGetsTheRestAndNoMore() throws IOException {
        var order = haircut();
        giveBack(order, 3_000, "g");
        assertThat(client.cancel(resident, order, "c").status()).isEqualTo(200);
        client.order(resident, order, "REFUNDED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void amountsAreInTheCurrencyOfTheTown() throws IOException {
        var order = haircut();
        for (var amount : List.of(Map.of("minor", 100, "currency", "JPY"), Map.of("minor", 100))) {
            var answer = client.post(
                    owner, "/api/orders/" + order + "/refunds", "c", Map.of("amount", amount, "reason", "cold"));
            assertThat(answer.status()).as(amount.toString()).isEqualTo(422);
            assertThat(answer.text("type")).endsWith("currency-other");
        }
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 0L));
    }

    @Test
    void theResidentIsToldWhyAndNobodyElseCanDoIt() throws IOException {
        var order = haircut();
        var stranger = TestPeople.merchantOf(TestSalon.with(1, 1));
        var wish = Map.of("amount", Map.of("minor", 100, "currency", "CNY"), "reason", "mine now");
        assertThat(client.post(stranger, "/api/orders/" + order + "/refunds", "x", wish)
                        .status())
                .isEqualTo(404);
        assertThat(client.post(counter, "/api/orders/" + order + "/refunds", "x", wish)
                        .status())
                .isEqualTo(404);
        giveBack(order, 100, "g");
        assertThat(TestTown.jdbc()
                        .sql("select facts -> 'reason' ->> 'en' from notice.notice"
                                + " where kind = 'GIVEN_BACK' and person_id = ?")
                        .param(resident.id())
                        .query(String.class)
                        .list())
                .containsExactly("The water was cold");
    }
}
