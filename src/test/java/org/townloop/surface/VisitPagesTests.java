package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.JsonNode;

/** A visit of two services on the pages of who comes: what it costs and how it is paid, moved, called off. */
@TownTest
class VisitPagesTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestSalon salon;
    private TestPeople resident;
    private PageClient browser;
    private UUID cut;
    private UUID perm;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        client = new LoopClient(port);
        salon = TestSalon.with(2, 2);
        resident = TestPeople.resident(salon.region());
        browser = PageClient.of(port, resident);
        cut = offer("Cut", 0, null);
        perm = offer("Perm", 1, null);
    }

    @Test
    void aPieceSaysThatItBelongsToAVisitAndIsOfferedNoTimeOfAnotherOne() throws IOException {
        var orders = paid(held(Map.of("combined", true, "items", List.of(item(cut, NINE), item(perm, TEN)))));
        assertThat(browser.get("/orders/" + orders.getFirst()).words())
                .contains("One of 2 services of one visit: Sat 28 Nov 09:00–11:00");

        var move = browser.get("/orders/" + orders.getFirst() + "/move?day=2026-11-28");
        assertThat(move.body())
                .contains("value=\"" + TEN.plus(Duration.ofHours(1)) + "\"")
                .doesNotContain("value=\"" + TEN + "\"")
                .doesNotContain("value=\"" + NINE.plus(Duration.ofMinutes(30)) + "\"");
        var refused = browser.post(
                "/orders/" + orders.getFirst() + "/move",
                move,
                Map.of("slotStart", TEN.toString(), "key", move.field("key")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("You have “Perm” at that time, in the same appointment");
    }

    @Test
    void thePageOfTheVisitSaysWhenTheyComeWhateverWasMoved() throws IOException {
        var basket = held(Map.of("combined", true, "items", List.of(item(cut, NINE), item(perm, TEN))));
        var orders = paid(basket);
        assertThat(visit(basket)).contains("Combined appointment", "09:00–11:00 · 2 h in all");

        moved(orders.getFirst(), TEN.plus(Duration.ofHours(1)));
        assertThat(visit(basket)).contains("10:00–12:00 · 2 h in all");
        moved(orders.getFirst(), TEN.plus(Duration.ofHours(5)));
        assertThat(visit(basket))
                .contains("You come twice: Sat 28 Nov 10:00–11:00; Sat 28 Nov 15:00–16:00")
                .doesNotContain("in all");
    }

    /** On the plan, by the API, where it is held and once it is paid. */
    @Test
    void whatIsPaidNowAndWhatThereIsSaidEverywhere() throws IOException {
        var dear = offer("Soft perm", 1, new Deposit(30));
        var together = "/places/" + salon.place().value();
        var plan = client.get(
                        resident,
                        "/api" + together + "/plans?offer=" + cut + "&offer=" + dear + "&day=2026-11-28&inOrder=true")
                .body()
                .path("plans")
                .path(0);
        assertThat(plan.at("/total/minor").asInt()).isEqualTo(25_600);
        assertThat(plan.at("/dueNow/minor").asInt()).isEqualTo(12_800 + 3_840);
        assertThat(plan.at("/balance/minor").asInt()).isEqualTo(8_960);
        assertThat(plan.at("/pieces/1/dueNow/minor").asInt()).isEqualTo(3_840);

        var said = new String[] {"Total ¥256", "Later, at the place ¥89.60", "Now, online ¥166.40"};
        assertThat(browser.get(together + "/together?offer=" + cut + "&offer=" + dear + "&day=2026-11-28")
                        .words())
                .contains(said);
        var basket = held(Map.of("combined", true, "items", plan.path("pieces")));
        assertThat(visit(basket)).contains(said).contains("Pay ¥166.40");
        var orders = paid(basket);
        assertThat(visit(basket))
                .contains("Total ¥256", "Paid online ¥166.40", "Still to pay at the place ¥89.60")
                .doesNotContain("Now, online");
        assertThat(browser.get("/orders/" + orders.get(1)).words())
                .contains("Total ¥128", "Paid online ¥38.40", "Still to pay at the place ¥89.60")
                .doesNotContain("Now, online");
    }

    @Test
    void whatWasCalledOffLooksSo() throws IOException {
        var basket = held(Map.of("combined", true, "items", List.of(item(cut, NINE), item(perm, TEN))));
        var orders = paid(basket);
        assertThat(visit(basket).split("Free until 2 hours before the start", -1))
                .as("what is said of both is said once")
                .hasSize(2);

        assertThat(client.cancel(resident, orders.getFirst(), "one").status()).isEqualTo(200);
        assertThat(visit(basket))
                .contains("One of these was called off. You get back ¥128 of the ¥128 you paid online for it")
                .contains("Total ¥128", "If something comes up");
        assertThat(client.cancel(resident, orders.getLast(), "two").status()).isEqualTo(200);
        assertThat(visit(basket))
                .contains("All of it was called off. You get back ¥256 of the ¥256 you paid online for it")
                .doesNotContain("If something comes up", "Total", "Show the code", "in all");
        assertThat(browser.get("/baskets/" + basket.path("basketId").asString() + "?lang=zh-CN")
                        .words())
                .contains("全部已取消。", "已付 ¥256，原路退回 ¥256。");
    }

    /** By the time at which it is, whenever it was booked; a visit is one of them. */
    @Test
    void whatIsToComeStandsInTheOrderOfTime() throws IOException {
        var monday = Duration.ofDays(2);
        paid(held(item(cut, NINE.plus(Duration.ofDays(3)))));
        paid(held(Map.of(
                "combined", true, "items", List.of(item(cut, NINE.plus(monday)), item(perm, TEN.plus(monday))))));
        paid(held(item(perm, NINE)));

        var words = browser.get("/my-loop").words();
        var single = words.indexOf("Sat 28 Nov 09:00–10:00");
        var visit = words.indexOf("Mon 30 Nov 09:00–11:00 · 2 h in all");
        assertThat(List.of(single, visit, words.indexOf("Tue 1 Dec 09:00–10:00")))
                .doesNotContain(-1)
                .isSorted();
        assertThat(words).contains("Cut, Perm", "Show the codes", "09:00 Cut", "10:00 Perm");
        assertThat(words.split("Show the code", -1)).hasSize(4);
    }

    @Test
    void whatIsFarAwayIsFolded() throws IOException {
        for (int day = 0; day < 10; day++) {
            paid(held(item(cut, NINE.plus(Duration.ofDays(day)))));
        }
        var page = browser.get("/my-loop");
        assertThat(page.words()).contains("2 more");
        assertThat(page.body().indexOf("<details class=\"farther\""))
                .isGreaterThan(page.body().indexOf("Sat 5 Dec"));
    }

    private String visit(JsonNode basket) throws IOException {
        return browser.get("/baskets/" + basket.path("basketId").asString()).words();
    }

    private void moved(UUID order, Instant to) throws IOException {
        var wish = Map.of("slotStart", to.toString());
        var answer = client.post(resident, "/api/orders/" + order + "/move", "to " + to, wish);
        assertThat(answer.status()).isEqualTo(200);
    }

    private JsonNode held(Map<String, ?> wanted) throws IOException {
        var answer = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wanted);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private List<UUID> paid(JsonNode held) throws IOException {
        var isBasket = held.has("basketId");
        var orders = isBasket
                ? held.path("orders")
                        .valueStream()
                        .map(order -> UUID.fromString(order.path("id").asString()))
                        .toList()
                : List.of(UUID.fromString(held.path("id").asString()));
        var payment = client.post(
                resident,
                isBasket
                        ? "/api/baskets/" + held.path("basketId").asString() + "/payments"
                        : "/api/orders/" + orders.getFirst() + "/payments",
                UUID.randomUUID().toString(),
                Map.of("gateway", "sandbox"));
        client.press(payment.text("redirectUrl"), "succeed");
        for (var order : orders) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(client.order(resident, order).text("state"))
                                    .isNotEqualTo("HELD"));
        }
        return orders;
    }

    private static Map<String, Object> item(UUID offer, Instant start) {
        return Map.of("offerId", offer, "slotStart", start.toString());
    }

    private UUID offer(String name, int by, @Nullable Deposit deposit) {
        var haircut = salon.haircut();
        var wanted = new NewOffer(
                null,
                haircut.place(),
                haircut.pack(),
                Words.of(name, name),
                haircut.description(),
                haircut.price(),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                "chair",
                haircut.attributes(),
                Set.of(salon.staff().get(by)),
                haircut.mode(),
                new Appointment(false),
                haircut.menu(),
                true);
        return switch (offers.write(deposit == null ? wanted : wanted.withDeposit(deposit))) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
