package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Two haircuts of one visit, each sold for a deposit: staff see what is to be paid for both. */
@TownTest
class VisitBalanceTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    TestClock clock;

    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = DepositDay.at(port, offers);
    }

    @Test
    void theTillAndTheDeskSayWhatIsOpenOfTheWholeVisit() throws IOException {
        var first = paidVisit();
        clock.set(THREE.minus(Duration.ofHours(5)));
        var place = day.salon().place().value();
        var till = PageClient.of(port, day.counter());
        var desk = PageClient.of(port, TestPeople.merchantOf(day.salon()));
        var balance = "/counter/orders/" + first + "/balance";
        for (var page : List.of(
                till.get("/counter?place=" + place),
                till.get(balance),
                desk.get("/desk?place=" + place + "&day=2026-11-28"))) {
            assertThat(page.words()).contains("¥179.20 still to pay for the whole visit");
        }
        assertThat(till.get(balance + "?lang=zh-CN").words()).contains("整次到店共需付 ¥179.20");

        assertThat(balances.note(day.staff(), new OrderId(first), Means.CASH, new Balances.Seen(8_960, 0)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(till.get("/counter?place=" + place).words())
                .contains("¥89.60")
                .doesNotContain("for the whole visit");
    }

    /** The first of two orders that were paid at once. */
    private UUID paidVisit() throws IOException {
        var haircut = day.haircut(30);
        var items = List.of(
                Map.of("offerId", haircut, "slotStart", THREE.toString()),
                Map.of(
                        "offerId",
                        haircut,
                        "slotStart",
                        THREE.plus(Duration.ofHours(1)).toString()));
        var held = day.client()
                .post(day.resident(), "/api/orders", UUID.randomUUID().toString(), Map.of("items", items));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        var payment = day.client()
                .post(
                        day.resident(),
                        "/api/baskets/" + held.text("basketId") + "/payments",
                        UUID.randomUUID().toString(),
                        Map.of("gateway", "sandbox"));
        day.client().press(payment.text("redirectUrl"), "succeed");
        var first = UUID.fromString(held.body().at("/orders/0/id").asString());
        for (int i = 0; i < 2; i++) {
            var order = UUID.fromString(held.body().at("/orders/" + i + "/id").asString());
            day.client().order(day.resident(), order, "PAID");
        }
        return first;
    }
}
