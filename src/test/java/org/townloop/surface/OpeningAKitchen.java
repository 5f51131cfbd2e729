package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;

/** The same for a restaurant: nobody is booked, covers are counted, and the first thing sold is a set menu. */
final class OpeningAKitchen extends GettingIn {

    OpeningAKitchen(Browser browser, OpenTown town, Tongue tongue) {
        super(browser, town, tongue, true);
    }

    @Override
    String trade() {
        return "restaurants";
    }

    /** Nobody need be named where nothing is booked at a time. */
    @Override
    int steps() {
        return 7;
    }

    @Override
    String name() {
        return tongue == Tongue.CHINESE ? "磨坊小馆" : "Mill Kitchen";
    }

    @Override
    void saysWhenAndWho() {
        press("form.week button.primary", ".suggestions");
    }

    /** Usual covers a day are there already; the courses, how long a voucher is good and until when it is sold. */
    @Override
    void writesAnOffer() throws IOException {
        press(".suggestions a", "#f-price");
        assertThat(merchant.find("#f-dailyCapacity").inputValue()).isNotBlank();
        write("#f-price", "68");
        merchant.find("form details summary").click();
        write("#f-menu", menu());
        write("#f-windowDays", "3");
        write("#f-lastSaleDay", "2030-12-31");
        press("form:has(#f-price) button.primary", "input[type=file]");
        showsIt();
    }

    @Override
    void sellsToAResident() {
        resident.goTo("/sign-in?next=" + offer).be("Chen Bo", "form.walk-in");
        resident.all("label.day").nth(1).click();
        resident.all("label.dish").last().click();
        resident.press("form.walk-in button.primary", ".checkout .held")
                .press(".checkout button.primary", "button.pay")
                .press("button.pay", ".ticket svg");
        token = resident.all(".ticket .token").textContent().strip();
    }

    private String menu() {
        return tongue == Tongue.CHINESE ? "汤：例汤\n主菜：清蒸鱼｜红烧肉 ＋12" : "Soup: Greens\nMain: Fish | Pork +12";
    }
}
