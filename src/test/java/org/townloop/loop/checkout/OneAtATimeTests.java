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
import org.townloop.LoopClient;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.JsonNode;

/** A guest has the pieces of a combined appointment one at a time, wherever they are moved. */
@TownTest
class OneAtATimeTests extends TwoSalons {

    private static final String SATURDAYS = "&day=2026-11-28";

    private TestSalon salon;
    private UUID cut;
    private UUID nails;

    @BeforeEach
    void aSalonThatDoesNailsWhileTheColourActs() {
        salon = TestSalon.with(2, 2);
        var mei = salon.staff().get(0);
        var lin = salon.staff().get(1);
        cut = offer(service(salon, 45, mei, "chair", false));
        nails = offer(service(salon, 60, lin, null, true));
    }

    /** The other hairdresser is free then, and the guest is not; nails go alongside. */
    @Test
    void aPieceIsMovedToNoTimeAtWhichItsGuestHasAnotherOne() throws IOException {
        var perm = offer(service(salon, 150, salon.staff().get(1), "chair", false));
        var basket = heldAs(plans("offer=" + cut + "&offer=" + perm + "&inOrder=true" + SATURDAYS)
                .path("plans")
                .path(0));
        var orders = paid(basket);
        var permFrom = Instant.parse("2026-11-28T01:45:00Z");

        var refused = move(orders.get(0), permFrom.plus(Duration.ofHours(1)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:guest-elsewhere");
        assertThat(refused.text("field")).isEqualTo("slotStart");
        assertThat(move(orders.get(0), permFrom.minus(Duration.ofMinutes(30))).status())
                .isEqualTo(409);
        assertThat(move(orders.get(0), permFrom.plus(Duration.ofMinutes(150))).status())
                .isEqualTo(200);
        assertThat(move(orders.get(0), permFrom.minus(Duration.ofMinutes(45))).status())
                .isEqualTo(200);

        assertThat(client.cancel(resident, orders.get(1), "off").status()).isEqualTo(200);
        assertThat(move(orders.get(0), permFrom.plus(Duration.ofHours(1))).status())
                .isEqualTo(200);
    }

    @Test
    void whatGoesAlongsideIsMovedBesideTheRest() throws IOException {
        var orders = paid(heldAs(plans("offer=" + cut + "&offer=" + nails + "&inOrder=true" + SATURDAYS)
                .path("plans")
                .path(0)));

        assertThat(move(orders.get(1), Instant.parse("2026-11-28T01:15:00Z")).status())
                .isEqualTo(200);
        assertThat(move(orders.get(0), Instant.parse("2026-11-28T01:30:00Z")).status())
                .isEqualTo(200);
    }

    /** Of several people each has their own; one guest is in one chair. */
    @Test
    void twoAtOnceAreHeldForTwoPeopleAndNotForOne() throws IOException {
        var perm = offer(service(salon, 150, salon.staff().get(1), "chair", false));
        var items = List.of(item(cut, SATURDAY), item(perm, SATURDAY));

        var refused = client.post(resident, "/api/orders", "one", Map.of("items", items, "combined", true));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:townloop:problem:guest-elsewhere");
        assertThat(refused.text("field")).isEqualTo("items[1].slotStart");

        var tenOClock = Instant.parse("2026-11-28T02:00:00Z");
        var orders = paid(held(item(cut, SATURDAY), item(perm, tenOClock)));
        assertThat(move(orders.get(0), tenOClock).status()).isEqualTo(200);
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

    private LoopClient.Answer move(UUID order, Instant to) throws IOException {
        return client.post(
                resident,
                "/api/orders/" + order + "/move",
                UUID.randomUUID().toString(),
                Map.of("slotStart", to.toString()));
    }

    private JsonNode plans(String asked) throws IOException {
        var answer = get(asked);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private LoopClient.Answer get(String asked) throws IOException {
        return client.get(resident, "/api/places/" + salon.place().value() + "/plans?" + asked);
    }
}
