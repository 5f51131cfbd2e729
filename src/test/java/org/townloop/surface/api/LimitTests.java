package org.townloop.surface.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** How much anybody may ask, how often, and by what method. */
@TownTest
@TestPropertySource(
        properties = {"townloop.limits.writes=8", "townloop.limits.searches=8", "townloop.limits.open-holds=2"})
class LimitTests {

    private static final String DEEP = "{\"other\":" + "[".repeat(40) + "]".repeat(40) + "}";

    @LocalServerPort
    private int port;

    @Autowired
    private Offers offers;

    private final TestSalon salon = TestSalon.with(4, 4);
    private final TestPeople resident = TestPeople.resident(salon.region());

    @Test
    void aLargeBodyIsRefusedWhetherItSaysSoOrNot() throws IOException {
        var large = "{\"offerId\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(post("/api/orders", BodyPublishers.ofString(large)).statusCode())
                .isEqualTo(413);
        var unsaid = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes()));
        var answer = post("/api/orders", unsaid);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large");
        // the limit, not the length alone: a smaller one is read
        var small = post("/api/orders", BodyPublishers.ofString("{\"offerId\":\"" + UUID.randomUUID() + "\"}"));
        assertThat(small.statusCode()).isEqualTo(422);
    }

    @Test
    void aDeepBodyIsRefused() throws IOException {
        assertThat(post("/api/orders", BodyPublishers.ofString(DEEP)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoWritesTooOftenIsToldWhenToComeAgainAndNobodyElseIsHeldUp() throws IOException {
        HttpResponse<String> last = post("/api/orders", BodyPublishers.ofString("{}"));
        for (int i = 0; i < 12 && last.statusCode() != 429; i++) {
            last = post("/api/orders", BodyPublishers.ofString("{}"));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(last.body()).contains("too-often");
        var other = TestPeople.resident(salon.region());
        assertThat(send(request("/api/orders", other).POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoSearchesTooOftenWaitsToo() throws IOException {
        HttpResponse<String> last = send(request("/api/offers", resident).GET());
        for (int i = 0; i < 12 && last.statusCode() != 429; i++) {
            last = send(request("/api/offers", resident).GET());
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(send(request("/api/me", resident).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void whoLooksForServicesTogetherTooOftenWaitsToo() throws IOException {
        var path = "/places/" + salon.place().value();
        HttpResponse<String> last =
                send(request("/api" + path + "/plans", resident).GET());
        for (int i = 0; i < 12 && last.statusCode() != 429; i++) {
            last = send(request("/api" + path + "/plans", resident).GET());
        }
        assertThat(last.statusCode()).isEqualTo(429);
        var browser = PageClient.of(port, TestPeople.resident(salon.region()));
        var page = browser.get(path + "/together");
        assertThat(page.status()).isEqualTo(200);
        for (int i = 0; i < 12 && page.status() != 429; i++) {
            page = browser.get(path + "/together");
        }
        assertThat(page.status()).isEqualTo(429);
    }

    @Test
    void nobodyKeepsMoreThanTheyMayWithoutPaying() throws IOException {
        var offer = haircut();
        var client = new LoopClient(port);
        var start = Instant.parse("2026-11-27T02:00:00Z");
        assertThat(client.hold(resident, offer, start, "one").status()).isEqualTo(201);
        assertThat(client.hold(resident, offer, start.plusSeconds(7200), "two").status())
                .isEqualTo(201);
        var third = client.hold(resident, offer, start.plusSeconds(14_400), "three");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.text("type")).endsWith("holds-too-many");
        assertThat(client.hold(resident, offer, start, "one").status())
                .as("the same again is the same answer")
                .isEqualTo(201);
    }

    @Test
    void anotherMethodIs405AndAnotherAnswer406() throws IOException {
        var answer = send(request("/api/orders", resident).DELETE());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(answer.body()).contains("method-not-allowed");
        var xml = send(request("/api/me", resident).header("Accept", "text/xml").GET());
        assertThat(xml.statusCode()).isEqualTo(406);
        assertThat(xml.body()).contains("not-acceptable");
        assertThat(send(request("/api/no-such-call", resident).DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatAnybodyMayReadAnswersHead() throws IOException {
        var head = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/offers"))
                .HEAD();
        assertThat(send(head).statusCode()).isEqualTo(200);
    }

    private UUID haircut() {
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws IOException {
        return send(request(path, resident).POST(body));
    }

    private HttpRequest.Builder request(String path, TestPeople who) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + who.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
