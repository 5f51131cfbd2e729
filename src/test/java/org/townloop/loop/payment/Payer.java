package org.townloop.loop.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;

/** Somebody at the gateway's page, with a browser that keeps nothing and follows nothing by itself. */
final class Payer {

    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> looksAt(Intent intent, String language) {
        return send(HttpRequest.newBuilder(page(intent)).header("Accept-Language", language));
    }

    HttpResponse<String> chooses(Intent intent, String outcome) {
        return send(HttpRequest.newBuilder(page(intent))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("outcome=" + outcome)));
    }

    /** Objects to what they paid, or decides about that in the gateway's place. */
    HttpResponse<String> disputes(Intent intent, String act) {
        return send(HttpRequest.newBuilder(URI.create(page(intent) + "/dispute"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("reason=not_received&act=" + act)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI page(Intent intent) {
        return URI.create(Objects.requireNonNull(intent.redirectUrl(), "a page to pay on"));
    }
}
