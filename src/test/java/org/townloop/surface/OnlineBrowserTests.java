package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sold online, in a browser without scripts: found, paid, opened and reviewed; and called off while it was shut. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    OnlineBrowserTests(OpenTown town) {
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
    void aCourseIsFoundPaidOpenedAndReviewed() {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 390)) {
            guest.goTo("/sign-in").be("Chen Bo", "main");
            var order = buys(guest, "erhu in ten evenings", "The erhu in ten evenings");
            assertThat(guest.read("main")).contains("It is ready for you").doesNotContain("jasmine");
            guest.press("#open a.btn", "input[name=withdrawalEnds]");
            assertThat(guest.read("main")).contains("call it off").doesNotContain("jasmine");
            guest.find("input[name=withdrawalEnds]").check();
            guest.press("form button.primary", ".delivered");
            assertThat(guest.find(".delivered a").getAttribute("href")).contains("key=jasmine");
            guest.goTo(order);
            assertThat(guest.read("main")).contains("Released to the shop", "It is yours");
            assertThat(guest.all("section[aria-labelledby=cancel]").count()).isZero();
            guest.find("input[name=rating][value='5']").check();
            guest.write("textarea[name=text]", "Clear, slow, and in tune.");
            guest.press("#said button.primary", "#said .voice");
            assertThat(guest.goTo(order + "/opening").read(".delivered")).contains("lessons.willow.example");
        }
    }

    @Test
    void aCodeThatIsCalledOffBeforeItIsOpenedGivesAllBack() {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, Tongue.CHINESE, 1440)) {
            guest.goTo("/sign-in").be("Chen Bo", "main");
            var order = buys(guest, "不歪的标签软件", "不歪的标签软件");
            guest.press("section[aria-labelledby=cancel] button.danger", "main:not(:has(#open))");
            assertThat(guest.read("main")).contains("¥98");
            guest.goTo(order + "/opening");
            assertThat(guest.read("main")).doesNotContain("LABEL-");
        }
    }

    private static String buys(Visitor guest, String words, String title) {
        guest.goTo("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        guest.press(guest.saying("h3 a", title), "aside.buy");
        guest.press("aside.buy button.primary", ".checkout");
        guest.press(".checkout button.primary", "button.pay").press("button.pay", "#open");
        return guest.here();
    }
}
