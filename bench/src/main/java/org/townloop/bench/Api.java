package org.townloop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

    JsonNode post(String token, String path, Object body) {
        return send(
                HttpRequest.newBuilder(URI.create(town + path))
                        .header("Content-Type", "application/json")
                        .header(
                                "Idempotency-Key",
                                Long.toHexString(ThreadLocalRandom.current().nextLong()))
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                token,
                path);
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
        try {
            var answer = client.send(
                    request.header("Authorization", "Bearer " + token)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
