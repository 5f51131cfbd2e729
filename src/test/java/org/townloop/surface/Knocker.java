package org.townloop.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knocks at doors as a browser would, with cookies, following no redirect. */
final class Knocker {

    private static final Pattern TOKEN = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

    private final OpenTown town;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Knocker(OpenTown town) {
        this.town = town;
    }

    /** Signs in as the demo's person with this name. */
    static Knocker as(OpenTown town, String name) {
        var knocker = new Knocker(town);
        var page = knocker.get("/sign-in").body();
        var person = first(page, "name=\"person\" value=\"([^\"]+)\"(?:(?!</form>)[\\s\\S])*" + name);
        var entered = knocker.send(page, "/sign-in", Map.of("person", person, "next", "/"));
        if (entered.statusCode() != 303) {
            throw new AssertionError("signing in as " + name + ": " + entered.statusCode());
        }
        return knocker;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form of a page, with the proof that it came from there. */
    HttpResponse<String> send(String page, String path, Map<String, String> fields) {
        var token = TOKEN.matcher(page);
        var proof = token.find() ? token.group(1) + "=" + encoded(token.group(2)) + "&" : "";
        return post(path, proof + encoded(fields));
    }

    /** Sends a form that comes from nowhere. */
    HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The first group of the first match. */
    static String first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(town.at(path)))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
