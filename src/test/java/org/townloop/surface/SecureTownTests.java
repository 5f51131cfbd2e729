package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;

/** A town that is found by https keeps what it gives to browsers to https. */
@TownTest
@TestPropertySource(properties = "townloop.url=https://town.example")
class SecureTownTests {

    @LocalServerPort
    int port;

    @Test
    void cookiesAreOfThisHostAndOfHttpsOnly() throws Exception {
        var lin = TestPeople.resident(TestSalon.with(1, 1).region());
        TestTown.jdbc()
                .sql("update identity.token set demo = true, label = 'demo-resident' where person_id = ?")
                .param(lin.id())
                .update();
        var form = send(request("/sign-in").GET());
        var given = cookies(form);
        var csrf = value(given, "__Host-form=");
        var body =
                "_csrf=" + URLEncoder.encode(field(form.body()), StandardCharsets.UTF_8) + "&next=/&person=" + lin.id();
        var entered = send(request("/sign-in")
                .header("Cookie", "__Host-form=" + csrf)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(value(cookies(entered), "__Host-session=")).isNotEmpty();
        for (var answer : List.of(form, entered)) {
            assertThat(cookies(answer))
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-")
                            .containsIgnoringCase("; Path=/")
                            .containsIgnoringCase("; Secure")
                            .containsIgnoringCase("; SameSite=Lax")
                            .doesNotContainIgnoringCase("domain="));
        }
    }

    @Test
    void everyAnswerBindsTheBrowserToHttpsForAYear() throws Exception {
        for (var path : List.of("/", "/sign-in", "/api/offers", "/nothing", "/assets/townloop.css")) {
            assertThat(send(request(path).GET()).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .hasValue("max-age=31536000");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "town.example");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
    }

    private static String value(List<String> cookies, String name) {
        return cookies.stream()
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.substring(name.length()).replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + cookies));
    }

    private static String field(String body) {
        return body.replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
    }
}
