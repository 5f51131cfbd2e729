package org.townloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An outsider who knows the API's contract and nothing else. */
public final class LoopClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What was answered. */
    public record Answer(int status, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString("");
        }

        public UUID id() {
            return UUID.fromString(text("id"));
        }
    }

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public LoopClient(int port) {
        this.base = "http://localhost:" + port;
    }

    public Answer hold(TestPeople who, UUID offer, Instant start, String key) throws IOException {
        return post(who, "/api/orders", key, Map.of("offerId", offer, "slotStart", start.toString()));
    }

    public Answer pay(TestPeople who, UUID order, String key) throws IOException {
        return post(who, "/api/orders/" + order + "/payments", key, Map.of("gateway", "sandbox"));
    }

    public Answer cancel(TestPeople who, UUID order, String key) throws IOException {
        return post(who, "/api/orders/" + order + "/cancellation", key, Map.of());
    }

    /** Presses a button on the gateway's own page; the status it answers with. */
    public int press(String redirectUrl, String outcome) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(redirectUrl))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("outcome=" + outcome)))
                .statusCode();
    }

    public Answer order(TestPeople who, UUID order) throws IOException {
        return get(who, "/api/orders/" + order);
    }

    /** Waits until the order has come to the state. */
    public Answer order(TestPeople who, UUID order, String state) throws IOException {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var answer = order(who, order);
        while (!answer.text("state").equals(state)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("order " + order + " should be " + state + ": " + answer.body());
            }
            pause();
            answer = order(who, order);
        }
        return answer;
    }

    public List<String> tokens(TestPeople who, UUID order) throws IOException {
        return get(who, "/api/orders/" + order + "/vouchers")
                .body()
                .path("vouchers")
                .valueStream()
                .map(voucher -> voucher.path("token").asString())
                .toList();
    }

    /** The same of somebody with a preference ({@code wait=10}), asked once. */
    public List<String> tokens(TestPeople who, UUID order, String preference) {
        try {
            var answer = answer(
                    send(request(who, "/api/orders/" + order + "/vouchers").header("Prefer", preference)));
            return answer.body()
                    .path("vouchers")
                    .valueStream()
                    .map(voucher -> voucher.path("token").asString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verdict on one scan. */
    public JsonNode redeem(TestPeople counter, String token, String nonce) throws IOException {
        var answer = post(
                counter,
                "/api/redemptions",
                "",
                Map.of(
                        "items",
                        List.of(Map.of(
                                "token", token,
                                "nonce", nonce,
                                "offline", false))));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.body().path("results").get(0);
    }

    /** What a device sends, as it is. */
    public Answer sync(String token, Map<String, Object> batch) throws IOException {
        return post(new TestPeople(new UUID(0, 0), token), "/api/redemptions", "", batch);
    }

    public Answer get(TestPeople who, String path) throws IOException {
        return answer(send(request(who, path).GET()));
    }

    /** What is no JSON, letter by letter; empty if it is not given. */
    public String read(TestPeople who, String path) throws IOException {
        var answer = send(request(who, path).GET());
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    public Answer delete(TestPeople who, String path) throws IOException {
        return answer(send(request(who, path).DELETE()));
    }

    public Answer post(TestPeople who, String path, String key, Object body) throws IOException {
        return answer(send(request(who, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    private HttpRequest.Builder request(TestPeople who, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + who.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
}
