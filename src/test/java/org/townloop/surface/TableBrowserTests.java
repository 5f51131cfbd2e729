package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A table for five in a browser without scripts: found, kept, paid ahead, and sat down at. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    TableBrowserTests(OpenTown town) {
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
    void aTableForFiveIsFoundPaidAheadAndSatDownAt() {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 390);
                var house = Visitor.with(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            guest.goTo("/sign-in").be("Chen Bo", "main");
            guest.goTo("/search?q=table+in+the+quiet+room");
            guest.press(guest.saying("h3 a", "A table in the quiet room"), "form.people-first");
            guest.find("#people").selectOption("5");
            guest.press("form.people-first button", "#free");
            guest.press(guest.all("#free button.slot").first(), ".checkout");
            assertThat(guest.read("tfoot .amount")).contains("100"); // five at 20
            guest.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            assertThat(guest.read(".ticket")).contains("5 of 5 left");
            var token = guest.all(".ticket .token").textContent().strip();
            var order = guest.here();

            house.goTo("/sign-in").be("Mei Yu", "main");
            house.goTo("/counter");
            house.write("#token", token);
            house.find("#units").selectOption("5");
            house.find("button.redeem").click();
            house.find(".verdict, .early").waitFor();
            if (house.all(".early").count() > 0) {
                house.press("button.redeem", ".verdict");
            }
            assertThat(house.find(".verdict").getAttribute("data-verdict")).isEqualTo("good");
            assertThat(guest.goTo(order).all(".ticket").count()).isZero();
        }
    }
}
