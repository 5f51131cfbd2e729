package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the search bar suggests while somebody types, chosen by keys; and what the page says it understood. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestionsBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    SuggestionsBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void whatIsTypedInLettersIsSuggestedInChineseAndTakenByKeys() {
        try (var guest = Visitor.with(chromium.browser(), town, Tongue.CHINESE, 390)) {
            guest.goTo("/");
            var what = guest.find("main .ask input[name=q], header .ask input[name=q]");
            what.pressSequentially("huochezhan");
            guest.find(".suggestions a").waitFor();
            assertThat(guest.read(".suggestions")).contains("火车站");
            what.press("ArrowDown");
            guest.find(".suggestions a:focus").press("Enter");
            guest.find("nav.facets").waitFor();
            assertThat(guest.read("nav.facets")).contains("火车站附近");
            guest.goTo("/").find(".ask input[name=q]").pressSequentially("meif");
            guest.find(".suggestions a").waitFor();
            guest.find(".ask input[name=q]").press("Escape");
            assertThat(guest.all(".suggestions a").count()).isZero();
        }
    }

    @Test
    void thePageSaysWhatItUnderstoodAndTakesItAway() {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            guest.goTo("/search?q=haircut+near+the+railway+station");
            assertThat(guest.read("nav.facets")).contains("near Railway Station, within 800 m");
            guest.press(guest.saying("nav.facets a.chip.on", "Railway Station"), "nav.facets");
            assertThat(guest.here()).contains("q=haircut").doesNotContain("railway");
            assertThat(guest.read("nav.facets")).doesNotContain("Railway Station");
            guest.goTo("/search?q=haircutt");
            assertThat(guest.read("main")).contains("Nothing here says “haircutt”");
            assertThat(guest.all("article").count()).isPositive();
        }
    }

    @Test
    void severalPriceBandsAreChosenTogether() {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            guest.goTo("/search?pack=hair-and-beauty&price=0-4999&price=20000-49999");
            assertThat(guest.all("nav.facets > .chips .chip.on").count()).isEqualTo(3);
            assertThat(guest.read("nav.facets > .chips")).contains("under ¥50", "¥200–¥500");
        }
    }
}
