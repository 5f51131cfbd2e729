package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TownTest;

/** What never changes under its address is sent to a browser once, and everything else each time. */
@TownTest
class AssetsTests {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js)[^\"]*)\"");

    @LocalServerPort
    int port;

    @Test
    void stylesAndScriptsOfAPageAreKept() throws IOException, InterruptedException {
        var page = get("/sign-in");
        var assets = ASSET.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(assets).hasSizeGreaterThan(3);
        assertThat(assets).allSatisfy(asset -> assertThat(kept(get(asset))).contains("immutable"));
        assertThat(kept(page)).contains("no-store").doesNotContain("immutable");
    }

    @Test
    void whatMayChangeIsNotKept() throws IOException, InterruptedException {
        for (var path : new String[] {"/townloop.css", "/townloop.css?v=0", "/sw.js", "/webjars/none/1/none.js"}) {
            assertThat(kept(get(path))).as(path).contains("no-store").doesNotContain("immutable");
        }
    }

    private static String kept(HttpResponse<String> answer) {
        return String.join(", ", answer.headers().allValues("Cache-Control"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
