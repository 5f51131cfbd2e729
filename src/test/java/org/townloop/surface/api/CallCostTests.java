package org.townloop.surface.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.townloop.CountedStatements;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.json.JsonMapper;

/** What calls that come often ask the database, at most: who makes one ask more is told so here. */
@TownTest
@Import(CountedStatements.class)
@TestPropertySource(properties = "townloop.sandbox.twice-every=0")
class CallCostTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Offers offers;

    @Autowired
    private CountedStatements statements;

    private final TestSalon salon = TestSalon.with(4, 4);
    private final TestPeople resident = TestPeople.resident(salon.region());

    /** The first use of a token is noted, and pools and caches are filled. */
    @BeforeEach
    void warm() throws IOException {
        assertThat(get("/api/me")).isEqualTo(200);
        statements.taken();
    }

    @Test
    void whoATokenBelongsToIsOneStatement() throws IOException {
        assertThat(get("/api/me")).isEqualTo(200);
        assertThat(statements.taken()).isEqualTo(1);
    }

    @Test
    void aTokenThatIsNobodysIsOneStatement() throws IOException {
        assertThat(send(HttpRequest.newBuilder(address("/api/me"))
                        .header("Authorization", "Bearer townloop_nobodys")
                        .GET()))
                .isEqualTo(401);
        assertThat(statements.taken()).isEqualTo(1);
    }

    @Test
    void aCallThatIsNoneIsAskedOfNobody() throws IOException {
        assertThat(send(HttpRequest.newBuilder(address("/sandbox/nothing")).POST(BodyPublishers.ofString("a=b"))))
                .isEqualTo(404);
        assertThat(statements.taken()).isZero();
    }

    @Test
    void anOrderOfNothingAsksForItsOfferAndNoMore() throws IOException {
        var offer = haircut();
        assertThat(order(offer)).isEqualTo(422); // what is remembered of an offer is remembered now
        statements.taken();
        assertThat(order(offer)).isEqualTo(422);
        assertThat(statements.taken()).isBetween(1, 6);
    }

    /** Whoever has just paid looks over and over, until the gateway has said so. */
    @Test
    void aLookForVouchersThatAreNotThereYetIsTwoStatementsAndOneThatFindsThemThree() throws IOException {
        var client = new LoopClient(port);
        var order = client.hold(resident, haircut(), Instant.parse("2026-11-27T02:00:00Z"), "look")
                .id();
        assertThat(client.tokens(resident, order)).isEmpty();
        statements.taken();
        assertThat(client.tokens(resident, order)).isEmpty();
        assertThat(statements.taken()).isLessThanOrEqualTo(2);

        client.press(client.pay(resident, order, "look-pay").text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        var tokens = client.tokens(resident, order);
        await().untilAsserted(() -> {
            statements.taken(); // the gateway's call may still be under way
            assertThat(client.tokens(resident, order))
                    .as("not signed anew")
                    .hasSize(1)
                    .isEqualTo(tokens);
            assertThat(statements.taken()).isLessThanOrEqualTo(3);
        });
    }

    private int order(UUID offer) throws IOException {
        var body = JsonMapper.shared()
                .writeValueAsString(Map.of("offerId", offer, "slotStart", "2026-11-27T10:00:00+08:00", "quantity", 0));
        return send(request("/api/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private UUID haircut() {
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private int get(String path) throws IOException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + resident.token());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int send(HttpRequest.Builder request) throws IOException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
