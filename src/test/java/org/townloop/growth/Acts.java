package org.townloop.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.supply.TestSalon;
import org.townloop.surface.PageClient;

/** What is done on a day: each act by its name, over HTTP, as people do it. */
final class Acts {

    private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");

    private final JdbcClient jdbc;
    private final Watch watch;
    private final Timing timing;
    private final LoopClient client;
    private final TestSalon salon;
    private final UUID offer;
    private final TestPeople resident;
    private final TestPeople keeper;
    private final PageClient portal;
    private final PageClient desk;
    private int day;

    Acts(JdbcClient jdbc, Watch watch, Timing timing, int port, Shop shop) throws IOException {
        this.jdbc = jdbc;
        this.watch = watch;
        this.timing = timing;
        this.client = new LoopClient(port);
        this.salon = shop.salon();
        this.offer = shop.offer();
        this.resident = shop.resident();
        this.keeper = shop.keeper();
        this.portal = PageClient.of(port, resident);
        this.desk = PageClient.of(port, keeper);
    }

    /** Once round, on a day of its own. */
    void round() throws IOException {
        var had = aVisit();
        aRefund();
        thePages(had.getFirst());
    }

    /** What somebody has had and reviewed: the words by which its rows are found. */
    List<String> aVisit() throws IOException {
        var words = List.of(paid(0), UUID.randomUUID().toString());
        var order = UUID.fromString(words.getFirst());
        var token = timed("token", () -> client.tokens(resident, order).getFirst());
        var verdict = timed("redeem", () -> client.redeem(keeper, token, words.getLast()));
        assertThat(verdict.path("outcome").asString()).isEqualTo("REDEEMED");
        var settled = timed("order", () -> client.order(resident, order, "SETTLED"));
        var review = Map.of("rating", 5, "text", "Quiet.");
        var written = timed(
                "review",
                () -> client.post(resident, "/api/visits/" + settled.text("visitId") + "/review", "", review));
        assertThat(written.status()).as(written.body().toString()).isEqualTo(201);
        day++;
        return words;
    }

    /** What somebody has paid and called off. */
    List<String> aRefund() throws IOException {
        var order = UUID.fromString(paid(3));
        var key = UUID.randomUUID().toString();
        timed("refund", () -> client.cancel(resident, order, key));
        client.order(resident, order, "REFUNDED");
        day++;
        return List.of(order.toString(), key);
    }

    private String paid(int hour) throws IOException {
        var start = TEN.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
        var order = timed(
                "hold",
                () -> client.hold(resident, offer, start, UUID.randomUUID().toString()));
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = timed(
                "pay", () -> client.pay(resident, order.id(), UUID.randomUUID().toString()));
        assertThat(payment.status()).as(payment.body().toString()).isEqualTo(201);
        timed("capture", () -> {
            client.press(payment.text("redirectUrl"), "succeed");
            return client.order(resident, order.id(), "PAID");
        });
        return order.id().toString();
    }

    private void thePages(String order) throws IOException {
        var place = "?place=" + salon.place().value();
        var merchant = "/api/merchants/" + salon.merchant().value();
        answers("statement", keeper, merchant + "/statement");
        answers("payouts", keeper, merchant + "/payouts");
        answers("slots", resident, "/api/offers/" + offer + "/slots");
        shows("order page", portal, "/orders/" + order);
        shows("my loop", portal, "/my-loop");
        shows("offer page", portal, "/offers/" + offer);
        shows("today", desk, "/desk" + place);
        shows("counter", desk, "/counter" + place);
        for (var tab : List.of("statement", "payouts", "reviews", "notices", "counters", "invoices", "disputes")) {
            shows("desk/" + tab, desk, "/desk/" + tab + place);
        }
    }

    /** All that is done without being asked, once. */
    void jobs() {
        watch.now("jobs");
        jdbc.sql("""
            update kernel.scheduled_task
            set execution_time = 'epoch', last_success = null, version = version + 1 where not picked
            """).update();
        await().atMost(Duration.ofMinutes(10))
                .until(() -> jdbc.sql("""
                    select not exists (select from kernel.scheduled_task where last_success is null and last_failure is null)
                    """).query(Boolean.class).single());
        watch.now(null);
    }

    private void answers(String act, TestPeople who, String path) throws IOException {
        var answer = timed(act, () -> client.get(who, path));
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    }

    private void shows(String act, PageClient who, String path) throws IOException {
        var page = timed(act, () -> who.get(path));
        assertThat(page.status()).as(path + page.words()).isEqualTo(200);
    }

    private <T> T timed(String act, Timing.Act<T> what) throws IOException {
        return timing.of(act, watch, what);
    }
}
