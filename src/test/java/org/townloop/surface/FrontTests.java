package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;

/** What no page and no call should ever have to look at. */
@TownTest
class FrontTests {

    @LocalServerPort
    int port;

    private final TestSalon salon = TestSalon.with(1, 1);
    private final TestPeople lin = TestPeople.resident(salon.region());

    @Test
    void aFormWithNulIsRefusedWithTheNameOfItsField() throws IOException {
        var browser = PageClient.of(port, lin);
        var page = browser.get("/account");
        var label = browser.post("/account/tokens", page, Map.of("label", "a\0b"));
        assertThat(label.status()).isEqualTo(422);
        assertThat(label.words()).contains("“label” holds a character that no text has", "what you typed still stands");
        var hold = "/offers/" + UUID.randomUUID() + "/hold";
        for (var field : new String[] {"key", "answer.x"}) {
            var answer = browser.post(hold, page, Map.of(field, "\0"));
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.words()).contains("“" + field + "”");
        }
        assertThat(browser.get("/search?q=a%00b").status()).isEqualTo(422);
        assertThat(browser.post("/account/tokens", page, Map.of("label", "a b")).status())
                .isLessThan(400);
    }

    @Test
    void aValueThatIsNoneIsRefusedAndNotSavedAsAnother() throws IOException {
        var browser = PageClient.of(port, lin);
        var page = browser.get("/account/messages");
        for (var hour : new String[] {"99", "-1", "noon"}) {
            var answer = browser.post("/account/messages", page, Map.of("from", hour, "until", "8"));
            assertThat(answer.status()).as(hour).isEqualTo(422);
            assertThat(answer.words()).contains("“from” could not be understood");
        }
        var language = browser.post("/account/person", page, Map.of("name", "Lin", "language", "zzz"));
        assertThat(language.status()).isEqualTo(422);
        assertThat(language.words()).contains("“language” could not be understood");

        var staff = PageClient.of(port, TestPeople.counterOf(salon));
        var place = salon.place().value().toString();
        var form = staff.get("/counter?place=" + place);
        var scan = Map.of("place", place, "nonce", UUID.randomUUID().toString(), "token", "x", "units", "two");
        assertThat(staff.post("/counter", form, scan).words()).contains("“units” could not be understood");
        assertThat(staff.get("/counter/scans/odd?place=" + place).status())
                .as("an id that is none names nothing")
                .isEqualTo(404);
    }

    @Test
    void jsonWithNulIsRefusedWithTheNameOfItsField() throws IOException {
        var body = Map.of(
                "offerId", UUID.randomUUID(), "slotStart", "2026-11-28T07:00:00Z", "answers", Map.of("main", "fi\0sh"));
        var answer =
                new LoopClient(port).post(lin, "/api/orders", UUID.randomUUID().toString(), body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("field").asString()).isEqualTo("answers.main");
        assertThat(new LoopClient(port).get(lin, "/api/offers?q=a%00").status()).isEqualTo(422);
    }

    @Test
    void anEscapeThatIsNoneIsAnsweredAsAPageOrAProblem() throws IOException {
        assertThat(raw("GET /search?q=%zz HTTP/1.1", "Accept-Language: en", "Accept: text/html"))
                .startsWith("HTTP/1.1 400")
                .contains("<h1>");
        assertThat(raw("GET /api/offers?q=%zz HTTP/1.1", "Accept-Language: en"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "address-unreadable");
    }

    @Test
    void whatTheServerItselfRefusesIsSaidInTheReadersLanguageWithATrace() throws IOException {
        assertThat(raw("GET /<> HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("Trace-Id: ", "This could not be read", "Reference <code>")
                .doesNotContain("Tomcat");
        assertThat(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1"))
                .startsWith("HTTP/1.1 4")
                .contains("Trace-Id: ")
                .doesNotContain("Tomcat");
        assertThat(raw("GET /%00 HTTP/1.1", "Accept-Language: zh-CN,zh;q=0.9"))
                .startsWith("HTTP/1.1 400")
                .contains("无法读取");
    }

    /** An address is kept in histories and logs: nothing that proves something stands in it. */
    @Test
    void aPictureIsSentWithItsProofInTheForm() throws Exception {
        var browser = PageClient.of(port, TestPeople.merchantOf(salon));
        var page = browser.get("/desk/pictures?place=" + salon.place().value());
        assertThat(page.body()).contains("multipart/form-data").doesNotContain("?_csrf=");

        var sent = upload(browser, page.field("_csrf"), 3_000);
        assertThat(sent.statusCode()).as("it was read, and is no picture").isEqualTo(422);
        assertThat(upload(browser, "forged", 3_000).statusCode()).isEqualTo(403);
        assertThat(upload(browser, page.field("_csrf"), 17_000_000).statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> upload(PageClient browser, String csrf, int bytes)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        var place = salon.place().value().toString();
        for (var field : Map.of("_csrf", csrf, "place", place, "subject", place).entrySet()) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[bytes]);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        var cookies = browser.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/desk/pictures"))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .header("Cookie", cookies)
                                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** What an ordinary client would not send. */
    private String raw(String line, String... head) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var sent = line + "\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", head)
                    + (head.length == 0 ? "\r\n" : "\r\n\r\n");
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
