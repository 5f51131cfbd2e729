package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What must hold for every page that anybody comes to. */
final class Look {

    /** Of a page with its styles and scripts as they are sent, in bytes; pictures and map do not count. */
    private static final int BUDGET = 100_000;

    private static final int PHONE = 390;
    private static final String AXE = axe();

    private static final String OVERFLOW = """
        () => [...document.querySelectorAll("body, body *")]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, .chart, .chips, .days, svg"))
            .map(e => e.tagName + "." + e.getAttribute("class") + " " + Math.round(e.getBoundingClientRect().right))
            .slice(0, 5)\
        """;
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
    private static final String SERIOUS = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
            .filter(v => ["serious", "critical"].includes(v.impact))
            .flatMap(v => v.nodes.map(n => v.id + " at " + n.target.join(" ") + ": " + n.failureSummary))\
        """;

    private Look() {}

    /** Fails with what is wrong and where. */
    static void at(Page page, String language) {
        var where = page.url();
        assertThat(page.evaluate("() => document.documentElement.lang"))
                .as("language of %s", where)
                .isEqualTo(language);
        fitsAPhone(page);
        var parts = Weight.of(page);
        assertThat(Weight.sum(parts)).as("bytes of %s: %s", where, parts).isLessThanOrEqualTo(BUDGET);
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(SERIOUS)).as("barriers at %s", where).isEmpty();
    }

    private static void fitsAPhone(Page page) {
        var usual = page.viewportSize();
        page.setViewportSize(PHONE, 844);
        try {
            var over = ((Number) page.evaluate(TOO_WIDE)).intValue();
            assertThat(over)
                    .as("pixels too wide at %s: %s", page.url(), over > 0 ? page.evaluate(OVERFLOW) : "")
                    .isZero();
        } finally {
            page.setViewportSize(usual.width, usual.height);
        }
    }

    private static String axe() {
        try (var script = Look.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
