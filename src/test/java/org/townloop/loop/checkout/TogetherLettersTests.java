package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;

/** What is called off at once is told of once, and its money too; each merchant is told of theirs. */
@TownTest
class TogetherLettersTests extends TwoSalons {

    @Test
    void ofWhatIsCalledOffAtOnceThereIsOneLetterAndOneOfTheMoney() throws IOException {
        var owner = TestPeople.merchantOf(here);
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, LATER));
        paid(basket);
        var path = "/api/baskets/" + basket.path("basketId").asString() + "/calling-off";
        var refund = Map.of("refund", Map.of("minor", 25_600, "currency", "CNY"));
        assertThat(client.post(resident, path, "off", refund).status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            clock.move(Duration.ofMinutes(1)); // the gateway is asked again for what it has not said
            assertThat(refunds(resident, "REFUNDED")).containsExactly("25600");
        });
        assertThat(refunds(resident, "CANCELLED")).containsExactly("25600");
        await().untilAsserted(() -> assertThat(refunds(owner, "CANCELLED")).containsExactly("12800"));
    }

    @Test
    void whatIsCalledOffByItselfIsToldOfByItself() throws IOException {
        var orders = paid(held(item(haircut, SATURDAY), item(otherHaircut, LATER)));
        for (var order : orders) {
            clock.move(Duration.ofMinutes(1));
            assertThat(client.cancel(resident, order, "off " + order).status()).isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(refunds(resident, "REFUNDED")).containsExactly("12800", "12800"));
        assertThat(refunds(resident, "CANCELLED")).containsExactly("12800", "12800");
    }

    private static List<String> refunds(TestPeople who, String kind) {
        return TestTown.jdbc()
                .sql("select facts ->> 'refundMinor' from notice.notice where person_id = ? and kind = ?")
                .params(who.id(), kind)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
