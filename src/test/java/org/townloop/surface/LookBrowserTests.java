package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a look at a page finds what it is meant to find. */
@NeedsBrowser
class LookBrowserTests {

    /** @param fault a word of what must be said about it */
    private record Bad(String html, String fault) {}

    private static List<Bad> badPages() {
        return List.of(
                new Bad(page("de", ""), "language"),
                new Bad(page("en", "<div style='width:500px'>wide</div>"), "too wide"),
                new Bad(page("en", "<p style='color:#bbb;background:#fff'>faint</p>"), "color-contrast"),
                new Bad(page("en", "<input>"), "label"));
    }

    @Test
    void faultsAreFound() {
        try (var chromium = Chromium.launch();
                var page = chromium.browser().newPage()) {
            page.setContent(page("en", "<p>fine</p>"));
            Look.at(page, "en");
            badPages().forEach(bad -> rejects(page, bad));
        }
    }

    @Test
    void aPageThatIsTooHeavyIsFound() {
        try (var chromium = Chromium.launch();
                var page = chromium.browser().newPage()) {
            page.route(
                    "http://heavy.test/**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(page("en", "<p>" + "heavy ".repeat(17_000) + "</p>"))));
            page.navigate("http://heavy.test/");
            assertThatThrownBy(() -> Look.at(page, "en")).hasMessageContaining("bytes of");
        }
    }

    private static void rejects(Page page, Bad bad) {
        page.setContent(bad.html());
        assertThatThrownBy(() -> Look.at(page, "en")).hasMessageContaining(bad.fault());
    }

    private static String page(String language, String body) {
        return "<!doctype html><html lang='" + language + "'><head><title>t</title></head><body><main><h1>t</h1>" + body
                + "</main></body></html>";
    }
}
