package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.JsonNode;

/** A combined appointment by the API: its plans, all of one held by its pieces, paid once, and called off as a whole. */
@TownTest
class CombinedLoopTests extends TwoSalons {

    private static final String SATURDAYS = "&day=2026-11-28";

    private TestSalon salon;
    private UUID cut;
    private UUID colour;
    private UUID nails;

    @BeforeEach
    void aSalonThatDoesNailsWhileTheColourActs() {
        salon = TestSalon.with(2, 2);
        var mei = salon.staff().get(0);
        var lin = salon.staff().get(1);
        cut = offer(service(salon, 45, mei, "chair", false));
        colour = offer(service(salon, 90, mei, "chair", false));
        nails = offer(service(salon, 60, lin, null, true));
    }

    @Test
    void whatIsShownIsHeldByItsPieces() throws IOException {
        var plans = plans("offer=" + cut + "&offer=" + colour + "&offer=" + nails + SATURDAYS);
        var first = plans.path("plans").path(0);

        assertThat(plans.path("day").asString()).isEqualTo("2026-11-28");
        assertThat(first.path("start").asString()).isEqualTo("2026-11-28T09:00:00+08:00");
        assertThat(first.path("minutes").asInt()).isEqualTo(135);
        assertThat(first.at("/total/minor").asLong()).isEqualTo(3 * 12_800);
        var basket = heldAs(first);
        assertThat(orders(basket)).hasSize(3);
        assertThat(basket.at("/total/minor").asLong()).isEqualTo(3 * 12_800);
        first.path("pieces")
                .forEach(piece -> assertThat(servedBy(basket, piece))
                        .isEqualTo(piece.path("staff").path(0).path("id").asString()));
    }

    @Test
    void theOrderIsKeptAndTheDayIsTheFirstWithAPlan() throws IOException {
        salon.closedOn("2026-11-26").closedOn("2026-11-27");
        var plans = plans("offer=" + colour + "&offer=" + cut + "&inOrder=true");

        assertThat(plans.path("day").asString()).isEqualTo("2026-11-28");
        assertThat(plans.path("plans")
                        .path(0)
                        .path("pieces")
                        .valueStream()
                        .map(piece -> piece.path("offerId").asString()))
                .containsExactly(colour.toString(), cut.toString());
        var none = plans("offer=" + colour + "&offer=" + cut + "&day=2026-11-26");
        assertThat(none.path("plans")).isEmpty();
        assertThat(none.path("nextDay").asString()).isEqualTo("2026-11-28");
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertThat(type("offer=" + cut)).isEqualTo("urn:townloop:problem:combination-size");
        assertThat(type("offer=" + cut + "&offer=" + cut)).isEqualTo("urn:townloop:problem:combination-size");
        assertThat(type("offer=" + cut + "&offer=" + haircut)).isEqualTo("urn:townloop:problem:at-another-place");
        assertThat(get("offer=" + cut + "&offer=" + haircut).text("field")).isEqualTo("offer[1]");
        assertThat(type("offer=" + cut + "&offer=" + colour + "&day=soon"))
                .isEqualTo("urn:townloop:problem:field-unreadable");
        for (var unknown : List.of(
                "odd", UUID.randomUUID().toString(), salon.place().value().toString())) {
            var refused = get("offer=" + cut + "&offer=" + unknown);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:offer-unknown");
            assertThat(refused.text("field")).isEqualTo("offer[1]");
        }
        assertThat(client.get(resident, "/api/places/" + cut + "/plans?offer=" + cut + "&offer=" + colour)
                        .status())
                .isEqualTo(404);
    }

    /** Somebody was quicker with one piece: nothing of the plan is held, and the refusal names the piece. */
    @Test
    void ofAPlanThatIsNotFreeAnyMoreNothingIsHeld() throws IOException {
        var plan = plans("offer=" + cut + "&offer=" + nails + SATURDAYS)
                .path("plans")
                .path(0);
        var rival = TestPeople.resident(salon.region());
        assertThat(client.hold(rival, nails, start(plan, nails), "r").status()).isEqualTo(201);

        var refused = client.post(resident, "/api/orders", "k", Map.of("items", plan.path("pieces"), "combined", true));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:slot-taken");
        assertThat(count("ordering.orders where resident_id = ?", resident.id()))
                .isZero();
    }

    @Test
    void allOfItIsPaidOnceAndCalledOffAtOnceAtTheRefundThatWasShown() throws IOException {
        var basket = heldAs(plans("offer=" + cut + "&offer=" + colour + "&offer=" + nails + SATURDAYS)
                .path("plans")
                .path(0));
        paid(basket);
        addsUpByPencil(basket);
        var path = "/api/baskets/" + basket.path("basketId").asString() + "/calling-off";

        var shown = client.get(resident, path).body();
        assertThat(shown.path("orders")).hasSize(3);
        assertThat(shown.at("/refund/minor").asLong()).isEqualTo(3 * 12_800);
        assertThat(client.post(resident, path, "a", Map.of("refund", Map.of("minor", 1, "currency", "CNY")))
                        .text("type"))
                .isEqualTo("urn:townloop:problem:refund-changed");
        assertThat(client.get(TestPeople.resident(salon.region()), path).status())
                .isEqualTo(404);
        var off = Map.of("refund", shown.path("refund"));
        assertThat(client.post(resident, path, "b", off).status()).isEqualTo(200);
        assertThat(client.post(resident, path, "b", off).status()).isEqualTo(200);
        assertThat(client.post(resident, path, "c", off).text("type"))
                .isEqualTo("urn:townloop:problem:nothing-to-call-off");

        for (var order : orders(basket)) {
            isGivenBack(order, 12_800);
        }
        assertThat(count("booking.claim where place_id = ?", salon.place().value()))
                .isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** At half past nine the cut has begun; the others begin too soon to cost nothing. */
    @Test
    void whatHasBegunStaysAndTheRestComesBackAsItWasAgreed() throws IOException {
        var basket = heldAs(plans("offer=" + cut + "&offer=" + colour + "&offer=" + nails + "&inOrder=true" + SATURDAYS)
                .path("plans")
                .path(0));
        var orders = paid(basket);
        clock.set(Instant.parse("2026-11-28T01:30:00Z"));

        var shown = client.get(
                        resident, "/api/baskets/" + basket.path("basketId").asString() + "/calling-off")
                .body();

        assertThat(shown.path("orders")
                        .valueStream()
                        .map(order -> order.path("orderId").asString()))
                .containsExactly(orders.get(1).toString(), orders.get(2).toString());
        assertThat(shown.at("/refund/minor").asLong()).isEqualTo(2 * 12_800 * 70 / 100);
    }

    /** One letter tells of all of it. */
    @Test
    void thereIsOneLetter() throws IOException {
        paid(heldAs(plans("offer=" + cut + "&offer=" + nails + SATURDAYS)
                .path("plans")
                .path(0)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(count("notice.notice where kind = 'PAID' and person_id = ?", resident.id()))
                                .isOne());
    }

    private JsonNode heldAs(JsonNode plan) throws IOException {
        var answer = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of("items", plan.path("pieces"), "combined", true));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private String servedBy(JsonNode basket, JsonNode piece) {
        return TestTown.jdbc()
                .sql("""
                    select c.subject_id::text from booking.claim c
                    join ordering.line l on l.order_id = c.order_id
                    where c.kind = 'STAFF' and l.offer_id = ? and c.order_id = any (?)
                    """)
                .params(
                        UUID.fromString(piece.path("offerId").asString()),
                        orders(basket).toArray(UUID[]::new))
                .query(String.class)
                .single();
    }

    private static Instant start(JsonNode plan, UUID offer) {
        return plan.path("pieces")
                .valueStream()
                .filter(piece -> piece.path("offerId").asString().equals(offer.toString()))
                .map(piece ->
                        OffsetDateTime.parse(piece.path("slotStart").asString()).toInstant())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode plans(String asked) throws IOException {
        var answer = get(asked);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private String type(String asked) throws IOException {
        return get(asked).text("type");
    }

    private LoopClient.Answer get(String asked) throws IOException {
        return client.get(resident, "/api/places/" + salon.place().value() + "/plans?" + asked);
    }
}
