package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A set menu for four in a browser without scripts: found, chosen, paid, and eaten by one and then by three. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetMenuBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    SetMenuBrowserTests(OpenTown town) {
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
    void aMenuForFourIsChosenPaidAndEatenByOneAndThenByThree() {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 390);
                var house = Visitor.with(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            guest.goTo("/sign-in").be("Chen Bo", "main");
            guest.goTo("/search?q=three+small+dishes");
            guest.press(guest.saying("h3 a", "Three small dishes"), "form.walk-in");
            guest.all("label.day").nth(3).click();
            guest.find("#quantity").selectOption("4");
            guest.all("label.dish").filter(with("River shrimp")).first().click();
            guest.all("label.dish").filter(with("Tofu with salted egg")).first().click();
            guest.all("label.dish").filter(with("Greens of the day")).first().click();
            guest.find("details.guests summary").click();
            guest.find("select[name='answer.second.3']").selectOption(new SelectOption().setValue("chicken"));
            guest.press("form.walk-in button.primary", ".checkout");
            assertThat(guest.read(".checkout .what"))
                    .contains("3 × Tofu with salted egg", "1 × Chicken poached in wine");
            assertThat(guest.read("tfoot .amount")).contains("568"); // 4 × 128, shrimp 4 × 12, chicken 8
            assertThat(guest.read(".checkout")).contains("Free until your day begins", "30% is kept");
            guest.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            assertThat(guest.read(".ticket")).contains("4 of 4 left");
            var token = guest.all(".ticket .token").textContent().strip();
            var order = guest.here();

            house.goTo("/sign-in").be("Mei Yu", "main");
            assertThat(redeemed(house, token, 1)).isTrue();
            assertThat(guest.goTo(order).read(".ticket")).contains("3 of 4 left");
            assertThat(redeemed(house, token, 3)).isTrue();
            assertThat(guest.goTo(order).all(".ticket").count()).isZero();
            assertThat(redeemed(house, token, 1)).isFalse();
        }
    }

    private boolean redeemed(Visitor house, String token, int units) {
        house.goTo("/counter");
        house.write("#token", token);
        house.find("#units").selectOption(Integer.toString(units));
        house.find("button.redeem").click();
        house.find(".verdict, .early").waitFor();
        if (house.all(".early").count() > 0) {
            assertThat(house.read(".early")).contains("Booked for");
            house.press("button.redeem", ".verdict");
        }
        return "good".equals(house.find(".verdict").getAttribute("data-verdict"));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
