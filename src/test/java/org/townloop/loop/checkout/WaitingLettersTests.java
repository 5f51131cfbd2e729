package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Offers;

/** Two haircuts, both paid for at the place, are called off at once while a counter is offline: both wait, one is closed first. */
@TownTest
class WaitingLettersTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    WaitingCancellations waiting;

    @Autowired
    TestClock clock;

    private DepositDay day;
    private TestPeople owner;
    private TestDevice till;
    private String basket = "";
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        day = DepositDay.at(port, offers);
        owner = TestPeople.merchantOf(day.salon());
        var haircut = day.haircut(30);
        var items = List.of(wanted(haircut, THREE), wanted(haircut, THREE.plus(Duration.ofHours(2))));
        var held = post("/api/orders", Map.of("items", items));
        basket = "/api/baskets/" + held.text("basketId");
        day.client()
                .press(post(basket + "/payments", Map.of("gateway", "sandbox")).text("redirectUrl"), "succeed");
        first = UUID.fromString(held.body().at("/orders/0/id").asString());
        second = UUID.fromString(held.body().at("/orders/1/id").asString());
        for (var order : List.of(first, second)) {
            day.client().order(day.resident(), order, "PAID");
            assertThat(balances.note(day.staff(), new OrderId(order), Means.CASH, new Balances.Seen(8_960, 0)))
                    .isInstanceOf(Outcome.Done.class);
            await().until(() -> reminders(order) == 1);
        }
        till = TestDevice.enrol(day.client(), day.counter(), day.salon(), clock, "Till");
    }

    @Test
    void theLetterNamesAllThatComesBackAtThePlaceOnceTheLastOneIsClosed() throws IOException {
        callOff();
        closed(first);
        assertThat(told("CANCELLED")).as("the other one still waits").isEmpty();
        closed(second);
        await().untilAsserted(() ->
                assertThat(told("CANCELLED")).containsExactlyInAnyOrder("desk 7680 17920", "resident 7680 17920"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            clock.move(Duration.ofSeconds(20)); // the gateway is asked again for what it has not said
            assertThat(told("REFUNDED")).containsExactly("resident 7680 17920");
        });
    }

    @Test
    void whereTheLastOneTurnsOutToBeUsedTheOtherIsToldOfAlone() throws IOException {
        till.accept(day.client().tokens(day.resident(), second).getFirst());
        callOff();
        closed(first);
        assertThat(told("CANCELLED")).isEmpty();
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("REDEEMED");
        await().untilAsserted(() ->
                assertThat(told("CANCELLED")).containsExactlyInAnyOrder("desk 3840 8960", "resident 3840 8960"));
        assertThat(told("WITHDRAWN_USED")).hasSize(1);
    }

    private void callOff() throws IOException {
        assertThat(post(basket + "/calling-off", Map.of("refund", Map.of("minor", 7_680, "currency", "CNY")))
                        .status())
                .isEqualTo(200);
        assertThat(states()).containsExactly("WAITING", "WAITING");
    }

    /** It has waited long enough; when its reminder is gone, its end was told of if it was to be. */
    private void closed(UUID order) {
        TestTown.jdbc()
                .sql("update ordering.cancellation set waits_until = requested_at where order_id = ?")
                .param(order)
                .update();
        waiting.completeOverdue();
        await().until(() -> reminders(order) == 0);
    }

    private List<String> states() {
        return TestTown.jdbc()
                .sql("select state from ordering.cancellation where order_id in (?, ?)")
                .params(first, second)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private static int reminders(UUID order) {
        return TestTown.jdbc()
                .sql("select count(*) from notice.reminder where order_id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    /** To whom, what goes back online, and what at the place. */
    private List<String> told(String kind) {
        return TestTown.jdbc()
                .sql("""
                    select case when facts -> 'desk' is null then 'resident' else 'desk' end
                        || ' ' || coalesce(facts ->> 'refundMinor', '') || ' ' || (facts ->> 'backMinor')
                    from notice.notice
                    where person_id in (?, ?) and kind = ? order by 1
                    """)
                .params(day.resident().id(), owner.id(), kind)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private LoopClient.Answer post(String path, Map<String, ?> body) throws IOException {
        return day.client().post(day.resident(), path, UUID.randomUUID().toString(), body);
    }

    private static Map<String, Object> wanted(UUID offer, Instant start) {
        return Map.of("offerId", offer, "slotStart", start.toString());
    }
}
