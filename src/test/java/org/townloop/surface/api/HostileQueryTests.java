package org.townloop.surface.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.townloop.TownTest;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.json.JsonMapper;

/** That whatever is asked is answered, or refused with a problem that names what is wrong; never by a fault of ours. */
@TownTest
@TestPropertySource(properties = "townloop.limits.searches=100000")
class HostileQueryTests {

    private static final List<String> PARAMETERS = List.of(
            "q",
            "region",
            "district",
            "place",
            "pack",
            "near",
            "within",
            "open",
            "priceMin",
            "priceMax",
            "price",
            "ratingMin",
            "attr.services",
            "attr.experienceYears.min",
            "attr.experienceYears.max",
            "sort",
            "limit",
            "cursor");

    /** Texts that have broken other programs, by what they break. */
    private static final List<String> HOSTILE = List.of(
            // taken for something else
            "undefined",
            "null",
            "NaN",
            "-Infinity",
            "true",
            "0x1F",
            "1E+02",
            "1/0",
            "-0",
            "--1",
            "1.000,00",
            "٣",
            "9223372036854775808",
            "-9223372036854775808",
            "1e2147483647",
            "99999999999999999999999999999999",
            // the syntax of queries, of SQL, of paths, of templates
            "*",
            "?",
            "a*",
            "*:*",
            "names:hair",
            "\"",
            "\"unclosed",
            "(hair",
            "hair AND",
            "+-!(){}[]^\"~*?:\\/",
            "hair~9",
            "[a TO z]",
            "' or 1=1 --",
            "'; drop table offer.offer; --",
            "../../../etc/passwd",
            "%00",
            "%",
            "${7*7}",
            "{{7*7}}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "${jndi:ldap://127.0.0.1/a}",
            ",,,,",
            ".",
            "..",
            "attr",
            "=",
            "&&",
            "|",
            // characters
            "\u0000",
            "a\u0000b",
            "\u0001\u0002\u001f\u007f",
            "\u200b\u200c\u200d\ufeff",
            "\u202etest\u202c",
            "\u2066test\u2067",
            "\r\nSet-Cookie: a=b",
            "\t",
            "\ufffd\uffff",
            "\ud83d\ude00",
            "👩‍👩‍👧‍👦🏳️‍🌈",
            "é".repeat(50),
            "e" + "\u0301".repeat(150),
            "ﷺ".repeat(60),
            "ß",
            "ı",
            "İ".repeat(60),
            "ǅ",
            "ﬁ",
            "Ω≈ç√∫˜µ≤",
            "社會科學院語學研究所",
            "𠜎𠜱𠝹𠱓𠱸𠲖𠳏",
            "ﾊﾅｺ",
            "울란바토르",
            "בְּרֵאשִׁית",
            "هَٰذَا",
            "คำ",
            "田中さんにあげて下さい",
            "的",
            "的的的的",
            "附近",
            "在附近",
            "near",
            "near the",
            "near near near",
            // long
            "x".repeat(200),
            "x".repeat(10_000),
            "x ".repeat(100),
            "理".repeat(200),
            "理发".repeat(5_000),
            "a,".repeat(3_000),
            "xian".repeat(50),
            "gbjd".repeat(50),
            "1".repeat(199));

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whateverIsAskedIsAnsweredOrRefusedWithAProblem() throws Exception {
        TestSalon.with(1, 1);
        var refused = 0;
        for (var parameter : PARAMETERS) {
            for (var text : HOSTILE) {
                var answer = get("/api/offers?limit=1&" + parameter + "=" + encoded(text));
                assertThat(answer.statusCode())
                        .as("%s = %.40s", parameter, text)
                        .isIn(200, 400, 414, 422);
                if (answer.statusCode() == 422) {
                    refused++;
                    var problem = JsonMapper.shared().readTree(answer.body());
                    assertThat(problem.path("type").asString(""))
                            .as("%s = %.40s", parameter, text)
                            .isNotEmpty();
                    assertThat(problem.path("detail").asString("")).isNotEmpty().hasSizeLessThan(600);
                }
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void thePageAnswersThemToo() throws Exception {
        for (var text : HOSTILE) {
            for (var parameter : List.of("q", "where", "when", "price")) {
                var answer = get("/search?" + parameter + "=" + encoded(text));
                assertThat(answer.statusCode())
                        .as("%s = %.40s", parameter, text)
                        .isIn(200, 400, 414, 422);
                assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
            }
        }
    }

    @Test
    void soDoSuggestions() throws Exception {
        for (var text : HOSTILE) {
            for (var path : List.of("/api/suggestions?q=", "/api/suggestions?region=", "/suggestions?q=")) {
                var answer = get(path + encoded(text));
                assertThat(answer.statusCode()).as("%s%.40s", path, text).isIn(200, 400, 414, 422);
                assertThat(answer.body()).doesNotContain("<script>alert");
            }
        }
    }

    @Test
    void namesOfParametersMayBeHostileToo() throws Exception {
        for (var text : HOSTILE) {
            var answer = get("/api/offers?limit=1&attr." + encoded(text) + "=x");
            assertThat(answer.statusCode()).as("attr.%.40s", text).isIn(200, 400, 414, 422);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
