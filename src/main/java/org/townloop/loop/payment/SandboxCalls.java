package org.townloop.loop.payment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls to the sandbox gateway's API. The whole call has its time, from connecting to the last byte of the answer. */
class SandboxCalls {

    /** There was no answer, or one that says nothing. */
    static final class Silence extends Exception {

        private static final long serialVersionUID = 1;

        Silence(String why) {
            super(why);
        }
    }

    /** An answer below 500. */
    record Reply(int status, byte[] body) {}

    private static final int LARGEST_ANSWER = 65_536;

    private final HttpClient client;
    private final Supplier<String> url;
    private final Supplier<SandboxAccount> account;
    private final Duration timeout;
    private final JsonMapper json;

    SandboxCalls(Supplier<String> url, Supplier<SandboxAccount> account, Duration timeout, JsonMapper json) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.url = url;
        this.account = account;
        this.timeout = timeout;
        this.json = json;
    }

    Reply get(String path) throws Silence {
        return send(request(path).GET());
    }

    Reply post(String path, Map<String, ?> body) throws Silence {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    <T> T read(Reply reply, Class<T> type) throws Silence {
        try {
            return Objects.requireNonNull(json.readValue(reply.body(), type), "null");
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new Silence("an answer that cannot be read: " + e.getMessage());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.get() + path))
                .header("Authorization", "Bearer " + account.get().key())
                .header("Accept", "application/json");
    }

    private Reply send(HttpRequest.Builder request) throws Silence {
        var call = client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return reply(call.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new Silence("no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new Silence(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silence("interrupted");
        } finally {
            call.cancel(true);
        }
    }

    /** What is busy, broken or moved has not decided anything. */
    private static Reply reply(HttpResponse<byte[]> response) throws Silence {
        var status = response.statusCode();
        return switch (status) {
            case 200, 201, 400, 401, 403, 404, 409, 422 -> new Reply(status, response.body());
            default -> throw new Silence("status " + status);
        };
    }
}
