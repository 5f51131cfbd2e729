package org.townloop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The town's API as an outsider calls it. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String town;

    Api(int port) {
        town = "http://127.0.0.1:" + port;
    }

    JsonNode get(String token, String path) {
        return send(HttpRequest.newBuilder(URI.create(town + path)), token, path);
    }

    /** The same of somebody who waits until there is something to be told. */
    JsonNode waitFor(String token, String path) {
        return send(HttpRequest.newBuilder(URI.create(town + path)).header("Prefer", "wait=10"), token, path);
    }

    JsonNode post(String token, String path, Object body) {
        return send(posting(path, body), token, path);
    }

    /**
     * What became of a hold.
     *
     * @param order its id, empty if there is none
     */
    record Hold(int status, String order) {}

    Hold hold(String token, String key, Object body) {
        var answer = answer(posting("/api/orders", body).setHeader("Idempotency-Key", key), token);
        var order = answer.statusCode() == 201
                ? JSON.readTree(answer.body()).get("id").asString()
                : "";
        return new Hold(answer.statusCode(), order);
    }

    /** The same of something that is sent away. */
    void refused(String token, String path, Object body) {
        var status = answer(posting(path, body), token).statusCode();
        if (status < 400 || status >= 500) {
            throw new IllegalStateException(path + " answers " + status + ", and not that it is wrong");
        }
    }

    private HttpRequest.Builder posting(String path, Object body) {
        return HttpRequest.newBuilder(URI.create(town + path))
                .header("Content-Type", "application/json")
                .header(
                        "Idempotency-Key",
                        Long.toHexString(ThreadLocalRandom.current().nextLong()))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** As a browser sends a form; the answer does not matter. */
    void form(String url, String body) {
        try {
            client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(HttpRequest.Builder request, String token, String path) {
        var answer = answer(request, token);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> answer(HttpRequest.Builder request, String token) {
        try {
            return client.send(
                    request.header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
