package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.JsonNode;

/** The loop of nights: chosen, priced night by night, paid, checked in room by room, moved, called off. */
@TownTest
class StayLoopTests {

    /** Check-in on Friday 27 November, check-out on Monday 30 November, in Willow Creek. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T06:00:00Z");

    private static final Instant MONDAY = Instant.parse("2026-11-30T04:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

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
    private TestHotel hotel;
    private TestPeople resident;
    private TestPeople counter;
    private UUID room;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        house = TestSalon.with(1, 0);
        hotel = TestHotel.in(house);
        resident = TestPeople.resident(house.region());
        counter = TestPeople.counterOf(house);
        room = offer(hotel.nights(hotel.rooms(3), 1, 14));
    }

    @Test
    void threeNightsInTwoRoomsAreSoldNightByNightAndUsedAtTheDoor() throws IOException {
        assertThat(prices()).isEqualTo(Map.of("2026-11-27", 38_800L, "2026-11-28", 38_800L, "2026-11-29", 28_800L));
        var order = paid(FRIDAY, MONDAY, 2);
        var body = client.order(resident, order).body();
        assertThat(body.at("/total/minor").asLong()).isEqualTo(2 * (38_800 + 38_800 + 28_800));
        assertThat(body.at("/policies/cancellation").asString()).isNotBlank();
        assertThat(left()).isEqualTo(Map.of("2026-11-27", 1, "2026-11-28", 1, "2026-11-29", 1));

        clock.set(FRIDAY.plus(Duration.ofHours(3)));
        var tokens = client.tokens(resident, order);
        assertThat(tokens).hasSize(2);
        assertThat(redeem(tokens.get(0), "n1").path("outcome").asString()).isEqualTo("REDEEMED");
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        assertThat(redeem(tokens.get(1), "n2").path("outcome").asString()).isEqualTo("REDEEMED");
        var settled = client.order(resident, order, "SETTLED").body();
        assertThat(settled.at("/money/released/minor").asLong()).isEqualTo(2 * (38_800 + 38_800 + 28_800));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aVoucherIsGoodUntilCheckOut() throws IOException {
        var order = paid(FRIDAY, MONDAY, 1);
        var token = client.tokens(resident, order).getFirst();
        clock.set(MONDAY.minusSeconds(60));
        assertThat(redeem(token, "n1").path("outcome").asString()).isEqualTo("REDEEMED");
    }

    @Test
    void whatCannotBeStayedIsRefusedWithItsField() throws IOException {
        refused("slotEnd", hold(FRIDAY, null, 1, Map.of()));
        refused("slotEnd", hold(FRIDAY, FRIDAY.minus(DAY), 1, Map.of()));
        refused("slotStart", hold(FRIDAY.plusSeconds(3_600), MONDAY, 1, Map.of()));
        refused("slotEnd", hold(FRIDAY, MONDAY.plusSeconds(3_600), 1, Map.of()));
        refused("slotEnd", hold(FRIDAY, MONDAY.plus(Duration.ofDays(12)), 1, Map.of()));
        refused("slotStart", hold(FRIDAY.minus(Duration.ofDays(2)), MONDAY, 1, Map.of()));
        refused("slotStart", hold(FRIDAY.plus(Duration.ofDays(364)), MONDAY.plus(Duration.ofDays(364)), 1, Map.of()));
        refused("answers.guests", hold(FRIDAY, MONDAY, 2, Map.of("guests", "5")));
        refused("answers.guests", hold(FRIDAY, MONDAY, 2, Map.of("guests", "many")));
        refused("answers.guests", hold(FRIDAY, MONDAY, 2, Map.of("guests", " ")));
        assertThat(hold(FRIDAY, MONDAY, 4, Map.of()).status()).isEqualTo(409);
        assertThat(hold(FRIDAY, MONDAY, 2, Map.of("guests", "4")).status()).isEqualTo(201);
    }

    @Test
    void closedDaysMatterWhereGuestsComeAndGo() throws IOException {
        house.closedOn("2026-11-28").closedOn("2026-12-02");
        room = offer(hotel.nights(hotel.rooms(3), 1, 14));
        assertThat(hold(FRIDAY, MONDAY, 1, Map.of()).status()).isEqualTo(201);
        refused("slotStart", hold(FRIDAY.plus(DAY), MONDAY, 1, Map.of()));
        refused("slotEnd", hold(FRIDAY, MONDAY.plus(Duration.ofDays(2)), 1, Map.of()));
    }

    @Test
    void whatExpiresOrIsCalledOffGivesItsNightsBack() throws IOException {
        var held = hold(FRIDAY, MONDAY, 3, Map.of()).id();
        assertThat(left()).isEmpty();
        clock.move(Holds.KEPT);
        client.order(resident, held, "EXPIRED");
        assertThat(left()).containsEntry("2026-11-28", 3);
        var order = paid(FRIDAY, MONDAY, 2);
        client.cancel(resident, order, "c");
        var refunded = client.order(resident, order, "REFUNDED").body();
        assertThat(refunded.at("/money/refunded/minor").asLong()).isEqualTo(2 * (38_800 + 38_800 + 28_800));
        assertThat(left()).containsEntry("2026-11-28", 3);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aMoveKeepsTheNightsAndBuysNoDearerOnes() throws IOException {
        var monday = FRIDAY.plus(Duration.ofDays(10));
        var order = paid(monday, monday.plus(Duration.ofDays(2)).minus(Duration.ofHours(2)), 2);
        assertThat(move(order, monday.plus(Duration.ofDays(4)), "m1").status()).isEqualTo(409);
        var moved = move(order, monday.plus(DAY), "m2");
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
        assertThat(OffsetDateTime.parse(moved.body().at("/items/0/slotStart").asString())
                        .toInstant())
                .isEqualTo(monday.plus(DAY));
        assertThat(OffsetDateTime.parse(moved.body().at("/items/0/slotEnd").asString())
                        .toInstant())
                .isEqualTo(monday.plus(Duration.ofDays(3)).minus(Duration.ofHours(2)));
        assertThat(nights("2026-12-07", "2026-12-10", "left"))
                .isEqualTo(Map.of("2026-12-07", 3L, "2026-12-08", 1L, "2026-12-09", 1L));
        assertThat(audit.run()).isEqualTo(before);
    }

    private LoopClient.Answer move(UUID order, Instant start, String key) throws IOException {
        return client.post(resident, "/api/orders/" + order + "/move", key, Map.of("slotStart", start.toString()));
    }

    private static void refused(String field, LoopClient.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("\"" + field + "\"");
    }

    private UUID paid(Instant from, Instant to, int rooms) throws IOException {
        var order = hold(from, to, rooms, Map.of());
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    private LoopClient.Answer hold(Instant from, @Nullable Instant to, int rooms, Map<String, String> answers)
            throws IOException {
        var wish = new HashMap<String, Object>(Map.of(
                "offerId",
                room,
                "slotStart",
                from.toString(),
                "quantity",
                rooms,
                "answers",
                answers.isEmpty() ? Map.of("guests", "1") : answers));
        if (to != null) {
            wish.put("slotEnd", to.toString());
        }
        return client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish);
    }

    private JsonNode redeem(String token, String nonce) throws IOException {
        return client.redeem(counter, token, nonce);
    }

    private Map<String, Long> prices() throws IOException {
        return nights("2026-11-27", "2026-11-30", "price");
    }

    private Map<String, Integer> left() throws IOException {
        return nights("2026-11-27", "2026-11-30", "left").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, left -> left.getValue().intValue()));
    }

    private Map<String, Long> nights(String from, String to, String field) throws IOException {
        return client.get(resident, "/api/offers/" + room + "/slots?from=" + from + "&to=" + to)
                .body()
                .path("slots")
                .valueStream()
                .collect(Collectors.toMap(
                        slot -> slot.path("start").asString().substring(0, 10),
                        slot -> field.equals("price")
                                ? slot.at("/price/minor").asLong()
                                : slot.path(field).asLong()));
    }

    private UUID offer(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
