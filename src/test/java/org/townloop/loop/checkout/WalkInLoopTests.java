package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.WalkIn;
import tools.jackson.databind.JsonNode;

/** The loop of what is had on a day: a set menu for four, chosen, paid, eaten in parts, moved. */
@TownTest
class WalkInLoopTests {

    /** When Saturday and Sunday begin in Willow Creek. */
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    private static final Instant SUNDAY = SATURDAY.plus(Duration.ofDays(1));
    private static final Map<String, String> DISHES = Map.of("main", "fish", "main.3", "beef");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon house;
    private TestPeople resident;
    private TestPeople counter;
    private UUID menu;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        house = TestSalon.with(1, 0).asRestaurant();
        resident = TestPeople.resident(house.region());
        counter = TestPeople.counterOf(house);
        menu = offer(house.setMenu(10));
    }

    @Test
    void aMenuForFourIsChosenPaidAndEatenInParts() throws IOException {
        var order = paid(4);
        var lines = client.order(resident, order).body();
        assertThat(lines.at("/total/minor").asLong()).isEqualTo(4 * 6_800 + 1_200);
        assertThat(lines.at("/items/0/extra/minor").asLong()).isEqualTo(1_200);
        assertThat(lines.at("/items/0/answers/main.3").asString()).isEqualTo("beef");
        assertThat(lines.at("/policies/cancellation").asString()).contains("your day begins");
        assertThat(left(SATURDAY)).isEqualTo(6);

        var token = client.tokens(resident, order);
        assertThat(token).hasSize(1);
        assertThat(redeem(token.getFirst(), "n1", 1).path("unitsLeft").asInt()).isEqualTo(3);
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        assertThat(client.cancel(resident, order, "c").status()).isEqualTo(409);
        assertThat(redeem(token.getFirst(), "n2", 4).path("outcome").asString()).isEqualTo("ALREADY_REDEEMED");
        assertThat(redeem(token.getFirst(), "n3", 3).path("unitsLeft").asInt()).isZero();

        var settled = client.order(resident, order, "SETTLED").body();
        assertThat(settled.at("/money/released/minor").asLong()).isEqualTo(4 * 6_800 + 1_200);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aPriceThatTheRequestNamesIsNotRead() throws IOException {
        var answer = client.post(
                resident,
                "/api/orders",
                "k",
                Map.of(
                        "offerId",
                        menu,
                        "slotStart",
                        SATURDAY.toString(),
                        "answers",
                        Map.of("main", "beef", "main.extraMinor", "-5000"),
                        "extra",
                        -5_000));
        assertThat(answer.body().at("/total/minor").asLong()).isEqualTo(8_000);
        assertThat(hold(1, Map.of()).status()).isEqualTo(422);
        assertThat(hold(1, Map.of("main", "swan")).status()).isEqualTo(422);
        assertThat(hold(11, Map.of("main", "fish")).status()).isEqualTo(409);
    }

    @Test
    void whatExpiresOrIsCalledOffGivesItsDayBack() throws IOException {
        var held = hold(6, DISHES).id();
        assertThat(left(SATURDAY)).isEqualTo(4);
        clock.move(Holds.KEPT);
        client.order(resident, held, "EXPIRED");
        assertThat(left(SATURDAY)).isEqualTo(10);

        var order = paid(6);
        assertThat(left(SATURDAY)).isEqualTo(4);
        client.cancel(resident, order, "c");
        var refunded = client.order(resident, order, "REFUNDED").body();
        assertThat(refunded.at("/money/refunded/minor").asLong()).isEqualTo(6 * 6_800 + 1_200);
        assertThat(left(SATURDAY)).isEqualTo(10);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aPaymentThatComesLateTakesTheDayAgainOrGoesBack() throws IOException {
        var late = hold(6, DISHES).id();
        var pay = client.pay(resident, late, "p1").text("redirectUrl");
        var tooLate = hold(4, DISHES).id();
        var payToo = client.pay(resident, tooLate, "p2").text("redirectUrl");
        clock.move(Holds.KEPT.plusMinutes(1));
        client.order(resident, late, "EXPIRED");
        client.order(resident, tooLate, "EXPIRED");
        var rival = paid(3);
        client.press(pay, "succeed");
        client.order(resident, late, "PAID");
        client.press(payToo, "succeed");
        client.order(resident, late, "PAID");
        await().until(() -> refunded(tooLate) == 4 * 6_800 + 1_200);
        client.order(resident, rival, "PAID");
        assertThat(left(SATURDAY)).isEqualTo(1);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void onABlockedDayNoVoucherIsTakenAndTheNextDayItIs() throws IOException {
        menu = offer(house.setMenu(new WalkIn(10, 3, null, Set.of(LocalDate.of(2026, 11, 29)))));
        var token = client.tokens(resident, paid(2)).getFirst();
        clock.set(SUNDAY.plus(Duration.ofHours(12)));
        assertThat(redeem(token, "n1", 1).path("outcome").asString()).isEqualTo("EXPIRED");
        clock.set(SUNDAY.plus(Duration.ofHours(36)));
        assertThat(redeem(token, "n2", 1).path("outcome").asString()).isEqualTo("REDEEMED");
        clock.set(SUNDAY.plus(Duration.ofHours(60)));
        assertThat(redeem(token, "n3", 1).path("outcome").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void anotherDayIsOneStepAndTheOldOneIsFree() throws IOException {
        var order = paid(4);
        var moved =
                client.post(resident, "/api/orders/" + order + "/move", "m1", Map.of("slotStart", SUNDAY.toString()));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(Instant.from(OffsetDateTime.parse(
                        moved.body().at("/items/0/slotStart").asString())))
                .isEqualTo(SUNDAY);
        assertThat(left(SATURDAY)).isEqualTo(10);
        assertThat(left(SUNDAY)).isEqualTo(6);
        var again =
                client.post(resident, "/api/orders/" + order + "/move", "m1", Map.of("slotStart", SUNDAY.toString()));
        assertThat(again.body()).isEqualTo(moved.body());

        clock.set(SUNDAY.plus(Duration.ofMinutes(1)));
        assertThat(move(order, SUNDAY.plus(Duration.ofDays(1)), "m2").status()).isEqualTo(409);
        assertThat(redeem(client.tokens(resident, order).getFirst(), "n1", 4)
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        assertThat(audit.run()).isEqualTo(before);
    }

    private long refunded(UUID order) throws IOException {
        return client.order(resident, order).body().at("/money/refunded/minor").asLong();
    }

    private LoopClient.Answer move(UUID order, Instant start, String key) throws IOException {
        return client.post(resident, "/api/orders/" + order + "/move", key, Map.of("slotStart", start.toString()));
    }

    private UUID paid(int quantity) throws IOException {
        var order = hold(quantity, DISHES);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    private LoopClient.Answer hold(int quantity, Map<String, String> answers) throws IOException {
        return client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of("offerId", menu, "slotStart", SATURDAY.toString(), "quantity", quantity, "answers", answers));
    }

    private JsonNode redeem(String token, String nonce, int units) throws IOException {
        return client.post(
                        counter,
                        "/api/redemptions",
                        "",
                        Map.of("items", List.of(Map.of("token", token, "nonce", nonce, "units", units))))
                .body()
                .path("results")
                .get(0);
    }

    private int left(Instant day) throws IOException {
        var slots = client.get(resident, "/api/offers/" + menu + "/slots?from=2026-11-28&to=2026-11-30")
                .body()
                .path("slots");
        return slots.valueStream()
                .filter(slot -> OffsetDateTime.parse(slot.path("start").asString())
                        .toInstant()
                        .equals(day))
                .mapToInt(slot -> slot.path("left").asInt())
                .sum();
    }

    private UUID offer(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
