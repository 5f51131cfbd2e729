package org.townloop.surface;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.townloop.TestPeople;
import org.townloop.TestTown;

/** A browser without scripts, used by one person. */
public final class PageClient {

    /** What was answered, and where it says to go on. */
    public record Answer(int status, String body, String location) {

        /** What a reader sees: without tags, with single spaces. */
        public String words() {
            return body.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", " ")
                    .replaceAll("<[^>]+>", " ")
                    .replaceAll("\\s+", " ");
        }

        public String field(String name) {
            var found =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            if (!found.find()) {
                throw new AssertionError("no field " + name + " in: " + words());
            }
            return found.group(1);
        }
    }

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private PageClient(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Somebody who has chosen at the demo's sign-in to be this person. */
    public static PageClient of(int port, TestPeople person) throws IOException {
        TestTown.jdbc()
                .sql("update identity.token set demo = true, label = 'demo-resident' where person_id = ?")
                .param(person.id())
                .update();
        var browser = new PageClient(port);
        var form = browser.get("/sign-in");
        var entered =
                browser.post("/sign-in", form, Map.of("person", person.id().toString(), "next", "/"));
        if (entered.status() != 303) {
            throw new AssertionError("not signed in: " + entered);
        }
        return browser;
    }

    /** What makes another browser this one's double. */
    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /** Somebody whom nobody knows yet. */
    public static PageClient visitor(int port) {
        return new PageClient(port);
    }

    /** What the browser keeps under the name. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a cookie into the browser, as a thief would. */
    public void cookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    public Answer get(String path) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form of that page with these fields. */
    public Answer post(String path, Answer page, Map<String, String> fields) throws IOException {
        var all = new HashMap<>(fields);
        all.put("_csrf", page.field("_csrf"));
        return post(path, all);
    }

    /** Sends a form that comes from nowhere. */
    public Answer post(String path, Map<String, String> fields) throws IOException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Goes where the answer says, as a browser does after a form. */
    public Answer follow(Answer answer) throws IOException {
        if (answer.status() != 303) {
            throw new AssertionError("leads nowhere: " + answer.status() + " " + answer.words());
        }
        return get(answer.location().replaceFirst("#.*", ""));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), location(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
